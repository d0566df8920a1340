import { assertPace } from './acts.ts';
import { draftOf } from './drafting.ts';
import type { HandOverBatch, Owner } from './entries.ts';
import type { Envelope } from './envelope.ts';
import type { NewEntry } from './ledger.ts';

export interface HandingOver {
  readonly to: Owner;
  /** Who hands over. */
  readonly by: Pick<Owner, 'subject' | 'name'>;
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
): NewEntry<'owner.changed'> | undefined {
  if (envelope.status === 'draft') draftOf(envelope);
  if (envelope.owner.subject === owner.subject) return undefined;
  assertPace(envelope, 'handOver', now);
  const data = { owner, by: by.name, ...(batch && { batch }) };
  const actor = { kind: 'sender', subject: by.subject } as const;
  return { type: 'owner.changed', actor, at: now.toISOString(), data };
}
