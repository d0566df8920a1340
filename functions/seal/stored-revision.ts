import { Conflict } from '../../shared/domain/errors.ts';
import type { Revision } from '../../shared/domain/ledger/entries.ts';
import { sha256 } from '../../shared/domain/sha256.ts';
import type { Plan } from '../../shared/pdf/plan.ts';
import {
  guardPlan,
  openPlan,
  type PlannedObject,
  planKeyOf,
} from '../../shared/pdf/revision/guarded-plan.ts';
import type { SealPorts } from './ports.ts';

type RevisionPorts = Pick<SealPorts, 'documents' | 'planKey'>;

/** A revision's stored file and its plan. */
export interface StoredRevision {
  readonly object: PlannedObject;
  readonly plan: Plan;
}

export async function loadRevision(
  { documents, planKey }: RevisionPorts,
  revision: Revision,
): Promise<StoredRevision> {
  const stored = await documents.get(planKeyOf(revision.key));
  if (!stored) throw new Error(`the plan of ${revision.key} is missing`);
  return openPlan(stored.bytes, revision, (message, mac) => planKey.verify(message, mac));
}

/**
 * Stores the next revision, copying the preceding bytes server-side. The key contains the hash, so concurrent
 * sealers never write the same object, and the ledger decides which one counts.
 */
export async function appendStored(
  { documents }: Pick<SealPorts, 'documents'>,
  { object }: StoredRevision,
  { append, nextPlan }: { append: Uint8Array; nextPlan: Plan },
  target: { prefix: string; number: number },
): Promise<{ revision: Revision; etag: string }> {
  const { sha256: hash, length } = nextPlan;
  const key = `${target.prefix}-${hash}.pdf`;
  const etag = await documents
    .append(object, append, key, 'application/pdf')
    .catch((error) => ownWork(documents, key, hash, error));
  return { revision: { number: target.number, key, sha256: hash, length }, etag };
}

/**
 * After a lost response the retry finds the key taken, by its own bytes, since the key contains their hash.
 * Without this check the step would be repeated and leave a second file.
 */
async function ownWork(
  documents: SealPorts['documents'],
  key: string,
  hash: string,
  error: unknown,
): Promise<string> {
  if (!(error instanceof Conflict)) throw error;
  const there = await documents.get(key);
  if (!there || sha256(there.bytes) !== hash) throw error;
  return there.etag;
}

/** Guards and stores the plan of a new revision. */
export async function storePlan(
  { documents, planKey }: RevisionPorts,
  plan: Plan,
  object: { key: string; etag: string },
): Promise<void> {
  const guarded = await guardPlan(plan, object, (message) => planKey.generate(message));
  await documents.put(planKeyOf(object.key), guarded, { contentType: 'application/json' });
}
