import type { PublicRecord, VerifyAnswer } from '../../shared/contract/verifier.ts';
import type { ReasonCode, Report } from '../../shared/pdf/verify/report.ts';

/** Input of the verdict on a file. */
export interface Evidence {
  /** Result of checking the file alone. */
  readonly report: Report;
  /** Whether the company's root certificate was available, without which no signature can be trusted. */
  readonly rooted: boolean;
  /** The page's code, if it has one. */
  readonly code: string | undefined;
  /** The public record embedded in the page. */
  readonly record: PublicRecord | undefined;
  /** The register's answer for the file's code, else the page's; undefined if offline. */
  readonly answer: VerifyAnswer | undefined;
  /** Whether the QR code's claim is about this file; undefined without a claim. */
  readonly claimed: boolean | undefined;
}

export type Conclusion =
  | {
      readonly verdict: 'authentic';
      readonly sentence: 'authentic' | 'authenticOffline' | 'authenticByQr' | 'authenticByHash';
    }
  | { readonly verdict: 'another'; readonly sentence: 'another' | 'anotherOffline' }
  | { readonly verdict: 'altered'; readonly sentence: 'altered' | 'hashDiffers' | 'qrDiffers' }
  | {
      readonly verdict: 'unknown';
      readonly sentence:
        | 'foreign'
        | 'notPdf'
        | 'notThis'
        | 'otherCode'
        | 'unlisted'
        | 'untrusted'
        | 'future';
    }
  | { readonly verdict: 'not_complete'; readonly sentence: 'open' | 'stopped' };

/** The verdict for lay users. File, register and QR code must agree; the worst of them decides. */
export const conclude = (evidence: Evidence): Conclusion =>
  notComplete(evidence) ?? notThisDocument(evidence) ?? altered(evidence) ?? trusted(evidence);

const recordOf = ({ record, answer }: Evidence) => answer?.record ?? record;

function notComplete(evidence: Evidence): Conclusion | undefined {
  const status = evidence.code === undefined ? undefined : recordOf(evidence)?.status;
  if (status === undefined || status === 'completed') return undefined;
  return { verdict: 'not_complete', sentence: status === 'open' ? 'open' : 'stopped' };
}

const found = ({ reasons }: Report, wanted: ReasonCode): boolean =>
  reasons.some(({ code }) => code === wanted);

function notThisDocument(evidence: Evidence): Conclusion | undefined {
  const { report, code } = evidence;
  if (found(report, 'not_pdf')) return { verdict: 'unknown', sentence: 'notPdf' };
  if (found(report, 'not_ours'))
    return { verdict: 'unknown', sentence: code ? 'notThis' : 'foreign' };
  const other = code && report.envelopeId && report.envelopeId !== code;
  return other ? anotherDocument(evidence) : undefined;
}

/** A file with another code than the page's is judged under its own. */
function anotherDocument({ report, rooted, answer }: Evidence): Conclusion {
  if (report.verdict === 'altered') return { verdict: 'altered', sentence: 'altered' };
  if (answer?.verdict === 'altered') return { verdict: 'altered', sentence: 'hashDiffers' };
  const sound = report.verdict === 'authentic';
  if (answer?.verdict === 'authentic' && (sound || !rooted))
    return { verdict: 'another', sentence: 'another' };
  return sound && !answer
    ? { verdict: 'another', sentence: 'anotherOffline' }
    : { verdict: 'unknown', sentence: 'otherCode' };
}

function altered(evidence: Evidence): Conclusion | undefined {
  const { report, claimed } = evidence;
  if (report.verdict === 'altered') return { verdict: 'altered', sentence: 'altered' };
  if (registered(evidence) === 'altered') return { verdict: 'altered', sentence: 'hashDiffers' };
  return claimed === false ? { verdict: 'altered', sentence: 'qrDiffers' } : undefined;
}

function trusted(evidence: Evidence): Conclusion {
  const { report, rooted, answer, claimed } = evidence;
  const register = registered(evidence);
  if (register === 'unknown') return { verdict: 'unknown', sentence: 'unlisted' };
  if (report.verdict === 'authentic') {
    if (answer) return { verdict: 'authentic', sentence: 'authentic' };
    return { verdict: 'authentic', sentence: claimed ? 'authenticByQr' : 'authenticOffline' };
  }
  if (found(report, 'future')) return { verdict: 'unknown', sentence: 'future' };
  return !rooted && register === 'authentic'
    ? { verdict: 'authentic', sentence: 'authenticByHash' }
    : { verdict: 'unknown', sentence: 'untrusted' };
}

/** The register's record of the file, as answered now or else as embedded in the page. */
function registered({ answer, record, report }: Evidence): VerifyAnswer['verdict'] | undefined {
  if (answer) return answer.verdict;
  if (!record?.sha256) return undefined;
  return record.sha256 === report.closedSha256 ? 'authentic' : 'altered';
}
