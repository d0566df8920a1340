import type { EntryData } from '../ledger/entries.ts';
import type { Purpose } from './code.ts';

/** A right code, from the party's ledger entry. */
export interface RightCode {
  readonly purpose: Purpose;
  readonly round: number;
  readonly documentSha256: string;
  /** Identifies the code (ISO 8601); absent in entries of the first releases. */
  readonly codeSentAt?: string;
}

export const rightCode = (
  round: number,
  { purpose = 'sign', documentSha256, codeSentAt }: EntryData['code.right'],
): RightCode => ({ purpose, round, documentSha256, ...(codeSentAt && { codeSentAt }) });

/** Whether a right code has the wanted purpose, round and document, and is the same code. */
export const hasRightCode = (codes: readonly RightCode[] = [], wanted: RightCode): boolean =>
  codes.some(
    ({ purpose, round, documentSha256, codeSentAt }) =>
      purpose === wanted.purpose &&
      round === wanted.round &&
      documentSha256 === wanted.documentSha256 &&
      (!codeSentAt || !wanted.codeSentAt || codeSentAt === wanted.codeSentAt),
  );
