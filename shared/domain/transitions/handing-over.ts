import type { Envelope } from '../envelope/envelope.ts';
import { assertWithinLimit } from '../ledger/acts.ts';
import type { HandOverBatch, Owner } from '../ledger/entries.ts';
import type { Decision } from '../ledger/ledger.ts';
import { draftOf } from './drafting.ts';

export interface HandingOver {
  readonly to: Owner;
  /** Name of the administrator. */
  readonly by: string;
  readonly batch?: HandOverBatch | undefined;
}

/**
 * Makes another employee the owner, also of an ended envelope, because whoever left or changed issuer can no
 * longer see it. Undefined if they are the owner already.
 */
export function handOver(
  envelope: Envelope,
  { to: owner, by, batch }: HandingOver,
  now: Date,
): Decision<'owner.changed'> | undefined {
  if (envelope.status === 'draft') draftOf(envelope);
  if (envelope.owner.subject === owner.subject) return undefined;
  assertWithinLimit(envelope, 'handOver', now);
  const data = { owner, by, ...(batch && { batch }) };
  return { type: 'owner.changed', data };
}
