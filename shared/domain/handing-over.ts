import { assertPace } from './acts.ts';
import { draftOf } from './drafting.ts';
import type { Owner } from './entries.ts';
import type { Envelope } from './envelope.ts';
import type { Actor, NewEntry } from './ledger.ts';

/**
 * Another employee's from now on, also of one that has ended: who left, or signs in by another issuer, can
 * see it no more. Undefined if it is theirs already.
 */
export function handOver(
  envelope: Envelope,
  owner: Owner,
  actor: Actor,
  now: Date,
): NewEntry<'owner.changed'> | undefined {
  if (envelope.status === 'draft') draftOf(envelope);
  if (envelope.owner.subject === owner.subject) return undefined;
  assertPace(envelope, 'handOver', now);
  return { type: 'owner.changed', actor, at: now.toISOString(), data: { owner } };
}
