import type { PublicRecord, VerifyAnswer } from '../../shared/contract/verifier.ts';
import type { ReasonCode, Report } from '../../shared/pdf/verify/report.ts';

/** What is known when a file has been looked at. */
export interface Evidence {
  /** What the file itself shows. */
  readonly report: Report;
  /** Whether the company's root was at hand, without which no signature can be trusted. */
  readonly rooted: boolean;
  /** The code of the page, if it has one. */
  readonly code: string | undefined;
  /** The public record that came with the page. */
  readonly record: PublicRecord | undefined;
  /** The register's answer under the code that the file names, else the page's; undefined without a network. */
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

/**
 * The verdict that a layman gets. The file, the register and the QR code must agree: whichever of
 * them says the worst decides.
 */
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

/** A file that names another code than the page's: judged under its own. */
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

/** What the register says of the file, now or when the page was loaded. */
function registered({ answer, record, report }: Evidence): VerifyAnswer['verdict'] | undefined {
  if (answer) return answer.verdict;
  if (!record?.sha256) return undefined;
  return record.sha256 === report.closedSha256 ? 'authentic' : 'altered';
}
