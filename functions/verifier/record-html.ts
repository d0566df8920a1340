import type { PublicRecord } from '../../shared/contract/verifier.ts';
import { VERIFIER_PHRASES } from '../../shared/contract/verifier-phrases/phrases.ts';
import { groupedEnvelopeId } from '../../shared/domain/envelope/envelope-id.ts';
import type { Language } from '../../shared/domain/envelope/party.ts';
import { localeOf } from '../../shared/domain/text/locale.ts';
import { escaped } from './escaped.ts';

/** A public record as an HTML section; times in the company's zone. */
export function recordHtml(record: PublicRecord, language: Language, timeZone: string): string {
  const phrases = VERIFIER_PHRASES[language];
  const time = timeIn(language, timeZone);
  const facts = [
    fact(phrases.code, `<span class="mono">${escaped(groupedEnvelopeId(record.id))}</span>`),
    record.title ? fact(phrases.documentTitle, escaped(record.title)) : '',
    fact(phrases.company, escaped(record.company)),
    fact(phrases.created, time(record.createdAt)),
    record.sentAt ? fact(phrases.sent, time(record.sentAt)) : '',
    record.closedAt ? fact(phrases.closed, time(record.closedAt)) : '',
    record.removedAt ? fact(phrases.available, time(record.removedAt)) : '',
    record.length ? fact(phrases.size, `${record.length} ${phrases.bytes}`) : '',
    record.sha256 ? fact(phrases.fingerprint, `<span class="mono">${record.sha256}</span>`) : '',
  ];
  return `<section class="card stack">
<p>${phrases.status[record.status]}</p>
<h2>${phrases.signers}</h2>
${signers(record, language, time)}
<p class="soft small">${phrases.names}</p>
<dl class="facts">${facts.join('')}</dl>
${record.sha256 ? `<p class="soft small">${phrases.compare}</p>` : ''}
<p><a href="/pki/root.pem">${phrases.authority}</a></p>
</section>`;
}

const fact = (term: string, html: string): string =>
  `<div><dt>${escaped(term)}</dt><dd>${html}</dd></div>`;

function signers(
  record: PublicRecord,
  language: Language,
  time: (instant: string) => string,
): string {
  const phrases = VERIFIER_PHRASES[language];
  const waiting = phrases[record.status === 'open' ? 'waiting' : 'notSigned'];
  const items = record.signers.map(({ name, role, signedAt }) => {
    const when = signedAt ? `${phrases.signed} ${time(signedAt)}` : waiting;
    return `<li class="${signedAt ? 'done' : 'pending'}"><strong>${escaped(name)}</strong> <span class="soft">${phrases.role[role]}</span> <span class="when">${when}</span></li>`;
  });
  return `<ul class="people">${items.join('')}</ul>`;
}

function timeIn(language: Language, timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone,
  });
  return (instant) =>
    `<time datetime="${escaped(instant)}">${escaped(format.format(new Date(instant)))}</time>`;
}
