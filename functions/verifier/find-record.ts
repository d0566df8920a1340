import type { PublicRecord } from '../../shared/contract/verifier.ts';
import { isEnvelopeId, normalizeEnvelopeId } from '../../shared/domain/envelope/envelope-id.ts';
import type { Records } from '../../shared/ports/lists.ts';

/** The record for a typed code; undefined without a query if it cannot be a code. */
export async function findRecord(
  records: Pick<Records, 'find'>,
  typed: string,
): Promise<PublicRecord | undefined> {
  const id = normalizeEnvelopeId(typed);
  return isEnvelopeId(id) ? records.find(id) : undefined;
}
