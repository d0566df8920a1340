import type { VerifyAnswer, VerifyRequest } from '../../shared/contract/verifier.ts';
import { VERIFIER_PHRASES } from '../../shared/contract/verifier-phrases/phrases.ts';
import type { Language } from '../../shared/domain/envelope/party.ts';
import type { Records } from '../../shared/ports/lists.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { findRecord } from './find-record.ts';
import { type Findings, judge } from './judge.ts';

/** Judges a file by its SHA-256; the file itself is not uploaded. */
export const makeVerify =
  ({ records }: Pick<Ports, 'records'>) =>
  async (request: VerifyRequest, language: Language): Promise<VerifyAnswer> => {
    const findings = await find(records, request);
    const { verdict, reason } = judge(findings);
    const record = findings.byId ?? findings.byHash;
    const answer: VerifyAnswer = { verdict, reason: VERIFIER_PHRASES[language].reasons[reason] };
    return record && findings.byId !== null ? { ...answer, record } : answer;
  };

async function find(records: Records, { sha256, id }: VerifyRequest): Promise<Findings> {
  if (id !== undefined) {
    const byId = (await findRecord(records, id)) ?? null;
    return { sha256, byHash: undefined, byId };
  }
  return { sha256, byHash: await records.findBySha256(sha256), byId: undefined };
}
