import type { PublicRecord } from '../../shared/contract/verifier.ts';
import { groupedEnvelopeId } from '../../shared/domain/envelope/envelope-id.ts';
import type {
  ForeignSignature,
  Reason,
  RevisionReport,
  SignatureReport,
} from '../../shared/pdf/verify/report.ts';
import { useLocalization } from './context.ts';
import { Fact, Time } from './fact.tsx';
import { RecordFacts } from './record-view.tsx';
import type { CheckResult } from './use-file-check.ts';

interface Properties {
  readonly result: CheckResult;
  /** The register's record for the file's or the page's code. */
  readonly record: PublicRecord | undefined;
}

/** A verdict's details for experts. The parser's own messages stay in English. */
export function VerdictDetails({ result, record }: Properties) {
  const { texts, phrases } = useLocalization();
  const { report } = result;
  const findings = new Map(report.reasons.map((one) => [`${one.code} ${one.detail}`, one]));
  return (
    <details class="card">
      <summary>
        <h2>{phrases.details}</h2>
      </summary>
      <div class="stack">
        <h3>{texts.findings}</h3>
        <ul class="findings">
          {[...findings.entries()].map(([key, reason]) => (
            <Finding key={key} reason={reason} />
          ))}
        </ul>
        <RefusedChanges revisions={report.revisions.filter(({ allowed }) => !allowed)} />
        <FileFacts result={result} />
        {report.signatures.map((signature) => (
          <SignatureFacts key={signature.field} signature={signature} />
        ))}
        {report.foreignSignatures.map((signature) => (
          <ForeignFacts key={signature.covers} signature={signature} />
        ))}
        {record && (
          <>
            <h3>{texts.inRegister}</h3>
            <RecordFacts record={record} />
          </>
        )}
      </div>
    </details>
  );
}

function Finding({ reason: { code, detail } }: { reason: Reason }) {
  const { texts } = useLocalization();
  return (
    <li>
      {texts.finding[code]}
      {detail && (
        <span class="mono small soft" lang="en">
          {' '}
          {code}: {detail}
        </span>
      )}
    </li>
  );
}

function RefusedChanges({ revisions }: { revisions: readonly RevisionReport[] }) {
  const { texts, phrases, number } = useLocalization();
  if (revisions.length === 0) return null;
  return (
    <>
      <h3>{texts.refusedChanges}</h3>
      <dl class="facts">
        {revisions.map(({ start, end, changes }) => (
          <Fact key={start} term={`${number(start)}–${number(end)} ${phrases.bytes}`}>
            <span class="mono small" lang="en">
              {changes.join('; ')}
            </span>
          </Fact>
        ))}
      </dl>
    </>
  );
}

function FileFacts({ result: { report, answer, claimed, hasClaim } }: { result: CheckResult }) {
  const { texts, phrases, number } = useLocalization();
  const said = claimed === undefined ? texts.qrUnread : texts[claimed ? 'qrMatches' : 'qrDiffers'];
  return (
    <>
      <h3>{texts.file}</h3>
      <dl class="facts">
        <Fact term={phrases.fingerprint}>
          <span class="mono">{report.sha256}</span>
        </Fact>
        <Fact term={phrases.size}>{`${number(report.length)} ${phrases.bytes}`}</Fact>
        <Fact term={phrases.code}>
          {report.envelopeId && (
            <a class="mono" href={`/v/${report.envelopeId}`}>
              {groupedEnvelopeId(report.envelopeId)}
            </a>
          )}
        </Fact>
        <Fact term={texts.register}>{answer ? texts.registerAsked : texts.registerSilent}</Fact>
        <Fact term={texts.qr}>{hasClaim && said}</Fact>
      </dl>
    </>
  );
}

function SignatureFacts({ signature }: { signature: SignatureReport }) {
  const { texts, phrases, number } = useLocalization();
  const { certificate, covers, kind, signer, at } = signature;
  return (
    <>
      <h3>
        {texts.kind[kind]}: {signer}
      </h3>
      <dl class="facts">
        <Fact term={texts.kind.timestamp} at={at} />
        <Fact term={texts.covers}>{`${number(covers)} ${phrases.bytes}`}</Fact>
        <Fact term={texts.issuer}>{certificate.issuer}</Fact>
        <Fact term={texts.serialNumber}>
          <span class="mono">{certificate.serialNumber}</span>
        </Fact>
        <Fact term={texts.validity}>
          <Time iso={certificate.notBefore} /> – <Time iso={certificate.notAfter} />
        </Fact>
        <Fact term={texts.certificate}>
          <span class="mono">{certificate.sha256}</span>
        </Fact>
      </dl>
    </>
  );
}

function ForeignFacts({ signature }: { signature: ForeignSignature }) {
  const { texts, phrases, number } = useLocalization();
  const { signer, issuer, covers, verdict } = signature;
  return (
    <>
      <h3>{[texts.kind.party, signer].filter(Boolean).join(': ')}</h3>
      <p>{texts.foreignSignature[verdict]}</p>
      <dl class="facts">
        <Fact term={texts.covers}>{`${number(covers)} ${phrases.bytes}`}</Fact>
        <Fact term={texts.issuer}>{issuer}</Fact>
      </dl>
    </>
  );
}
