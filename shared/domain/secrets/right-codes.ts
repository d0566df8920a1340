import type { EntryData } from '../ledger/entries.ts';
import type { Purpose } from './code.ts';

/** A right code of a party, as its ledger tells. */
export interface RightCode {
  readonly purpose: Purpose;
  readonly round: number;
  readonly documentSha256: string;
  /** Which code it was (ISO 8601); entries of the first releases do not say. */
  readonly codeSentAt?: string;
}

export const rightCode = (
  round: number,
  { purpose = 'sign', documentSha256, codeSentAt }: EntryData['code.right'],
): RightCode => ({ purpose, round, documentSha256, ...(codeSentAt && { codeSentAt }) });

/** Whether one of them is the wanted one: of the same act, round and document, and the same code. */
export const hasRightCode = (codes: readonly RightCode[] = [], wanted: RightCode): boolean =>
  codes.some(
    ({ purpose, round, documentSha256, codeSentAt }) =>
      purpose === wanted.purpose &&
      round === wanted.round &&
      documentSha256 === wanted.documentSha256 &&
      (!codeSentAt || !wanted.codeSentAt || codeSentAt === wanted.codeSentAt),
  );
