import type { Envelope } from '../envelope/envelope.ts';
import { assertPace } from '../ledger/acts.ts';
import type { HandOverBatch, Owner } from '../ledger/entries.ts';
import type { Decision } from '../ledger/ledger.ts';
import { draftOf } from './drafting.ts';

export interface HandingOver {
  readonly to: Owner;
  /** The name of who hands over. */
  readonly by: string;
  readonly batch?: HandOverBatch | undefined;
}

/**
 * Another employee's from now on, also of one that has ended: who left, or signs in by another issuer, can
 * see it no more. Undefined if it is theirs already.
 */
export function handOver(
  envelope: Envelope,
  { to: owner, by, batch }: HandingOver,
  now: Date,
): Decision<'owner.changed'> | undefined {
  if (envelope.status === 'draft') draftOf(envelope);
  if (envelope.owner.subject === owner.subject) return undefined;
  assertPace(envelope, 'handOver', now);
  const data = { owner, by, ...(batch && { batch }) };
  return { type: 'owner.changed', data };
}
