import type { PublicRecord } from '../../shared/contract/verifier.ts';
import { groupedEnvelopeId } from '../../shared/domain/envelope/envelope-id.ts';
import type { Conclusion } from './conclude.ts';
import { useLocalization } from './context.ts';
import { Fact, Time } from './fact.tsx';

interface Properties {
  readonly record: PublicRecord;
  /** The verdict on a checked file, whose details then show the remaining facts. */
  readonly verdict: Conclusion['verdict'] | undefined;
}

/** The public record of one document; more of it for an authentic file. */
export function RecordView({ record, verdict }: Properties) {
  const { phrases, texts } = useLocalization();
  const { status, title, company, closedAt } = record;
  if (verdict === 'authentic' || verdict === 'another') return null;
  return (
    <section class="card stack" aria-labelledby="record">
      <h2 id="record">{texts.inRegister}</h2>
      {(verdict === 'altered' || verdict === 'unknown') && <p>{texts.originalOnly}</p>}
      {status === 'completed' && <p>{phrases.status.completed}</p>}
      <dl class="facts">
        <Fact term={phrases.documentTitle}>{title}</Fact>
        <Fact term={phrases.company}>{company}</Fact>
        <Fact term={phrases.closed} at={closedAt} />
      </dl>
      <Signers record={record} />
      {isRemoved(record) && <p>{phrases.stillVerifiable}</p>}
      {verdict === undefined && (
        <details>
          <summary>{phrases.details}</summary>
          <RecordFacts record={record} />
        </details>
      )}
    </section>
  );
}

const isRemoved = ({ removedAt }: PublicRecord): boolean =>
  removedAt !== undefined && Date.parse(removedAt) < Date.now();

function Signers({ record: { signers, status } }: { record: PublicRecord }) {
  const { phrases } = useLocalization();
  return (
    <>
      <ul class="people">
        {signers.map((signer, index) => (
          <SignerLine key={index} signer={signer} open={status === 'open'} />
        ))}
      </ul>
      <p class="soft small">{phrases.names}</p>
    </>
  );
}

function SignerLine({ signer, open }: { signer: PublicRecord['signers'][number]; open: boolean }) {
  const { phrases } = useLocalization();
  const { name, role, signedAt } = signer;
  return (
    <li class={signedAt ? 'done' : 'pending'}>
      <strong>{name}</strong> <span class="soft">{phrases.role[role]}</span>
      <span class="when">
        {signedAt ? (
          <>
            {phrases.signed} <Time iso={signedAt} />
          </>
        ) : (
          phrases[open ? 'waiting' : 'notSigned']
        )}
      </span>
    </li>
  );
}

/** The register's facts for experts. */
export function RecordFacts({ record }: { record: PublicRecord }) {
  const { phrases, number } = useLocalization();
  const { title, sentAt, closedAt, removedAt, length, sha256 } = record;
  return (
    <div class="stack">
      <dl class="facts">
        <Fact term={phrases.code}>
          <span class="mono">{groupedEnvelopeId(record.id)}</span>
        </Fact>
        <Fact term={phrases.documentTitle}>{title}</Fact>
        <Fact term={phrases.company}>{record.company}</Fact>
        <Fact term={phrases.created} at={record.createdAt} />
        <Fact term={phrases.sent} at={sentAt} />
        <Fact term={phrases.closed} at={closedAt} />
        <Fact term={isRemoved(record) ? phrases.removed : phrases.available} at={removedAt} />
        <Fact term={phrases.size}>{length && `${number(length)} ${phrases.bytes}`}</Fact>
        <Fact term={phrases.fingerprint}>{sha256 && <span class="mono">{sha256}</span>}</Fact>
      </dl>
      {sha256 && <p class="soft small">{phrases.compare}</p>}
      <p>
        <a href="/pki/root.pem">{phrases.authority}</a>
      </p>
    </div>
  );
}
