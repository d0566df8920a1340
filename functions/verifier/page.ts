import { createHash } from 'node:crypto';
import type { PublicRecord } from '../../shared/contract/verifier.ts';
import { VERIFIER_PHRASES } from '../../shared/contract/verifier-phrases/phrases.ts';
import { groupedEnvelopeId } from '../../shared/domain/envelope-id.ts';
import type { Language } from '../../shared/domain/party.ts';

/** How the company presents itself. */
export interface Look {
  readonly company: string;
  /** `#rrggbb` */
  readonly colour: string;
  /** IANA */
  readonly timeZone: string;
}

const STYLE = `
:root{color-scheme:light dark}
body{font:1.125rem/1.5 system-ui,sans-serif;margin:0;color:#0b0c0c;background:#fff}
header{padding:1rem;border-bottom:.5rem solid #0b0c0c}
main{max-width:44rem;margin:0 auto;padding:1rem}
h1{font-size:1.75rem;line-height:1.2}
dt{font-weight:700;margin-top:1rem}
dd{margin:0}
code{overflow-wrap:anywhere;font-size:1rem}
a{color:#1d4f91}
@media (prefers-color-scheme:dark){
body{color:#f3f2f1;background:#0b0c0c}
header{border-color:#f3f2f1}
a{color:#9ec5fe}
}`;

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** No script, no frame, no form, nothing from elsewhere. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** What the public may know of one envelope, as a page that needs neither script nor style. */
export function recordPage(record: PublicRecord, language: Language, look: Look): string {
  const phrases = VERIFIER_PHRASES[language];
  const time = (instant: string) => timeElement(instant, language, look.timeZone);
  const facts = [
    fact(phrases.code, `<code>${escaped(groupedEnvelopeId(record.id))}</code>`),
    fact(phrases.company, escaped(record.company)),
    fact(phrases.created, time(record.createdAt)),
    record.sentAt ? fact(phrases.sent, time(record.sentAt)) : '',
    fact(phrases.signers, signers(record, language, time)),
    record.closedAt ? fact(phrases.closed, time(record.closedAt)) : '',
    record.removedAt ? fact(phrases.available, time(record.removedAt)) : '',
    record.length ? fact(phrases.size, `${record.length} ${phrases.bytes}`) : '',
    record.sha256 ? fact(phrases.compare, `<code>${record.sha256}</code>`) : '',
  ];
  return page(language, look, phrases.status[record.status], [
    `<dl>${facts.join('')}</dl>`,
    `<p>${phrases.names}</p>`,
    `<p><a href="/pki/root.pem">${phrases.authority}</a></p>`,
  ]);
}

export const unknownPage = (language: Language, look: Look): string =>
  page(language, look, VERIFIER_PHRASES[language].unknown, [
    `<p>${VERIFIER_PHRASES[language].unknownHint}</p>`,
  ]);

function page(language: Language, look: Look, heading: string, body: readonly string[]): string {
  const title = `${heading} – ${VERIFIER_PHRASES[language].title} – ${look.company}`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="theme-color" content="${escaped(look.colour)}">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header><strong>${escaped(look.company)}</strong></header>
<main>
<p>${VERIFIER_PHRASES[language].title}</p>
<h1>${escaped(heading)}</h1>
${body.join('\n')}
</main>
</body>
</html>
`;
}

const fact = (term: string, html: string): string => `<dt>${escaped(term)}</dt><dd>${html}</dd>`;

function signers(
  record: PublicRecord,
  language: Language,
  time: (instant: string) => string,
): string {
  const phrases = VERIFIER_PHRASES[language];
  const waiting = phrases[record.status === 'open' ? 'waiting' : 'notSigned'];
  const items = record.signers.map(({ name, role, signedAt }) => {
    const done = signedAt ? `${VERIFIER_PHRASES[language].signed} ${time(signedAt)}` : waiting;
    return `<li>${escaped(name)}, ${phrases.role[role]}: ${done}</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

function timeElement(instant: string, language: Language, timeZone: string): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone,
  });
  return `<time datetime="${escaped(instant)}">${escaped(format.format(new Date(instant)))}</time>`;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
