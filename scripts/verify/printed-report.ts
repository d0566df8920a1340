import { groupedEnvelopeId } from '../../shared/domain/envelope/envelope-id.ts';
import type { Claim } from '../../shared/pdf/claim/claim.ts';
import type {
  ForeignSignature,
  Reason,
  Report,
  RevisionReport,
  SignatureReport,
} from '../../shared/pdf/verify/report.ts';

/** The report for a person: the verdict, why, and who signed when. */
export const printedReport = (report: Report): string =>
  [
    report.verdict.toUpperCase(),
    ...printedReasons(report.reasons),
    '',
    ...(report.envelopeId ? [row('Code', groupedEnvelopeId(report.envelopeId))] : []),
    row('SHA-256', report.sha256),
    ...(report.claim ? printedClaim(report.claim) : []),
    ...report.signatures.flatMap(printedSignature),
    ...report.foreignSignatures.flatMap((each) => printedForeign(each, report.length)),
    ...report.revisions.filter(({ allowed }) => !allowed).flatMap(printedRevision),
  ].join('\n');

/** Each sentence once, with what an expert may want to know of it. */
function printedReasons(reasons: readonly Reason[]): string[] {
  const details = new Map<string, Set<string>>();
  for (const { sentence, detail } of reasons) {
    const known = details.get(sentence) ?? new Set();
    details.set(sentence, detail ? known.add(detail) : known);
  }
  return [...details].flatMap(([sentence, known]) => [
    `  ${sentence}`,
    ...[...known].map((detail) => `    ${detail}`),
  ]);
}

const row = (label: string, text: string): string => `  ${label.padEnd(10)}${text}`;

const instant = (at: string): string => `${at.slice(0, 19).replace('T', ' ')} UTC`;

const count = (bytes: number): string => bytes.toLocaleString('en');

const firstBytes = (bytes: number): string => `the first ${count(bytes)} bytes`;

const printedClaim = ({ at, length, sha256 }: Claim): string[] => [
  row('Claim', `made ${instant(at)} by the seal, about ${firstBytes(length)}:`),
  row('', `SHA-256 ${sha256}`),
];

const ACTS = { party: 'Signed', seal: 'Sealed', timestamp: 'Timestamp' } as const;

const printedSignature = ({ kind, at, signer, certificate, covers }: SignatureReport): string[] => [
  row(ACTS[kind], `${instant(at)}  ${signer}`),
  row('', `certified by ${certificate.issuer}; covers ${firstBytes(covers)}`),
];

const printedRevision = ({ start, end, changes }: RevisionReport): string[] => [
  row('Refused', `what bytes ${count(start)} to ${count(end)} changed:`),
  ...changes.map((change) => row('', change)),
];

const JUDGED = {
  right: 'right for what it covers; whom to trust was not judged',
  wrong: 'not right for what it covers',
  unreadable: 'not of a kind that is read here',
} as const satisfies Record<ForeignSignature['verdict'], string>;

const printedForeign = (
  { signer = 'unknown', issuer = 'unknown', verdict, covers }: ForeignSignature,
  length: number,
): string[] => [
  row('Signature', `${signer}, certified by ${issuer}`),
  row('', `${JUDGED[verdict]}; covers ${firstBytes(covers)} of ${count(length)}`),
];
