import type { PublicRecord, VerifyAnswer } from '../../shared/contract/verifier.ts';
import type { VerdictReason } from '../../shared/contract/verifier-phrases/verifier-phrases.ts';

export interface Judgement {
  readonly verdict: VerifyAnswer['verdict'];
  readonly reason: VerdictReason;
}

/** What is known about a question: the records under the hash and under the id, where one was given. */
export interface Findings {
  readonly sha256: string;
  readonly byHash: PublicRecord | undefined;
  /** Undefined if no id was given; null if the id is unknown. */
  readonly byId: PublicRecord | null | undefined;
}

/**
 * The verdict on a file's hash. An id binds the question to that one document: a hash recorded for
 * another document is not authentic under this id.
 */
export function judge({ sha256, byHash, byId }: Findings): Judgement {
  if (byId === null) return { verdict: 'unknown', reason: 'unknownCode' };
  if (byId) return judgeAgainst(byId, sha256);
  return byHash
    ? { verdict: 'authentic', reason: 'authentic' }
    : { verdict: 'unknown', reason: 'unknownFile' };
}

function judgeAgainst(record: PublicRecord, sha256: string): Judgement {
  if (record.status === 'open') return { verdict: 'not_complete', reason: 'open' };
  if (record.status !== 'completed') return { verdict: 'not_complete', reason: 'stopped' };
  return record.sha256 === sha256
    ? { verdict: 'authentic', reason: 'authentic' }
    : { verdict: 'altered', reason: 'altered' };
}
