import type { PublicRecord, VerifyAnswer } from '../../shared/contract/verifier.ts';
import type { VerdictReason } from '../../shared/contract/verifier-phrases/verifier-phrases.ts';

export interface Judgement {
  readonly verdict: VerifyAnswer['verdict'];
  readonly reason: VerdictReason;
}

/** Records found by hash, and by id if one was given. */
export interface Findings {
  readonly sha256: string;
  readonly byHash: PublicRecord | undefined;
  /** Undefined without an id; null if the id is unknown. */
  readonly byId: PublicRecord | null | undefined;
}

/**
 * The verdict on a file's hash. With an id, only that document's record counts: another document's hash is
 * not authentic under it.
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
