import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { formatDeadline } from '../../ui/deadline.ts';
import { formatDay, formatSecond } from '../../ui/language.ts';
import { StepHeading } from '../../ui/page.tsx';
import { useConsole } from '../context.ts';
import { contactText } from '../draft/person.ts';
import { linkTo } from '../route.ts';
import type { Envelope, TimelineItem } from '../sender-api.ts';
import { useWork } from '../use-work.ts';
import { WorkFailure } from '../work-failure.tsx';
import { lineIn } from './line-in.ts';

/** All ledger entries in words, for reading and printing; the linked file allows checking them. */
export function LedgerPage({ id }: { id: string }) {
  const { api, texts } = useConsole();
  const [envelope, setEnvelope] = useState<Envelope>();
  const { busy, error, run } = useWork();
  useEffect(() => void run('load', async () => setEnvelope(await api.show(id))), [api, id]);
  const fetchFile = (name: 'audit' | 'ledger') =>
    run(name, async () => {
      const { url } = await api[name](id);
      location.assign(url);
    });
  return (
    <div class="stack-l ledger">
      <p class="unprinted">
        <a href={linkTo.envelope(id)}>{texts.ledger.toDocument}</a>
      </p>
      <WorkFailure error={error} />
      {!envelope && !error && <p role="status">{texts.loading}</p>}
      {envelope && (
        <>
          <StepHeading>{texts.ledger.title(envelope.title)}</StepHeading>
          <p class="soft">{texts.ledger.lead}</p>
          <div class="row unprinted">
            <Button busy={busy === 'audit'} onClick={() => fetchFile('audit')}>
              {texts.ledger.pdf}
            </Button>
            <Button
              variant="secondary"
              busy={busy === 'ledger'}
              onClick={() => fetchFile('ledger')}
            >
              {texts.detail.ledger}
            </Button>
            <Button variant="secondary" onClick={() => window.print()}>
              {texts.ledger.print}
            </Button>
          </div>
          <Facts envelope={envelope} />
          <Entries envelope={envelope} />
        </>
      )}
    </div>
  );
}

function Facts({ envelope }: { envelope: Envelope }) {
  const { texts, language } = useConsole();
  const { id, owner, status, createdAt, sentAt, deadline, document, parties } = envelope;
  const facts = [
    [texts.detail.number, <span class="mono">{id.match(/.{1,5}/g)?.join(' ')}</span>],
    [texts.list.filter, texts.status[status]],
    [texts.ledger.sender, `${owner.name} (${owner.email})`],
    [texts.ledger.sent, formatDay(sentAt ?? createdAt, language)],
    [texts.ledger.deadline, deadline && formatDeadline(deadline, language)],
    [texts.ledger.file, document?.name],
    [texts.ledger.fingerprint, document && <span class="mono small">{document.sha256}</span>],
    ...parties.map(({ name, role, channel }) => [
      texts.roles[role],
      `${name} (${contactText(channel)})`,
    ]),
  ] as const;
  return (
    <dl class="facts card">
      {facts.map(([term, value], index) =>
        value ? (
          <div key={index}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function Entries({ envelope }: { envelope: Envelope }) {
  const { texts } = useConsole();
  return (
    <table>
      <caption class="hidden-visually">{texts.detail.timeline}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.ledger.number}</th>
          <th scope="col">{texts.ledger.at}</th>
          <th scope="col">{texts.detail.timeline}</th>
        </tr>
      </thead>
      <tbody>
        {envelope.timeline.map((item) => (
          <Entry key={item.seq} item={item} envelope={envelope} />
        ))}
      </tbody>
    </table>
  );
}

function Entry({ item, envelope }: { item: TimelineItem; envelope: Envelope }) {
  const { texts, language } = useConsole();
  const { seq, at, facts } = item;
  return (
    <tr>
      <td>{seq}</td>
      <td>
        <time dateTime={at}>{formatSecond(at, language)}</time>
      </td>
      <td>
        {lineIn(language, item, envelope)}
        {facts.address && (
          <span class="small soft"> {texts.ledger.from(String(facts.address))}</span>
        )}
      </td>
    </tr>
  );
}
