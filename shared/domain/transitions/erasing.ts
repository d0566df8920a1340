import { type Envelope, isEnded } from '../envelope/envelope.ts';
import { purgeAt, type Retention, yearsAfter } from '../envelope/retention.ts';
import type { Decision } from '../ledger/ledger.ts';
import { discard } from './drafting.ts';

/**
 * What may be done when a person requests erasure (GDPR art. 17). `evidence`: somebody signed, so the facts
 * are kept for legal claims (art. 17(3)(b) and (e)). `later`: the workflow must purge the document first.
 */
export type Erasability =
  | { readonly kind: 'erasable' }
  | { readonly kind: 'under way' }
  | { readonly kind: 'later'; readonly at: string }
  | { readonly kind: 'evidence'; readonly until: string }
  | { readonly kind: 'erased' };

export function erasabilityOf(
  envelope: Envelope,
  { evidenceYears }: Pick<Retention, 'evidenceYears'>,
): Erasability {
  if (envelope.status === 'draft') return { kind: envelope.discardedAt ? 'erased' : 'erasable' };
  if (!isEnded(envelope)) return { kind: 'under way' };
  if (envelope.erasedAt) return { kind: 'erased' };
  if (isEvidence(envelope))
    return { kind: 'evidence', until: yearsAfter(envelope.endedAt, evidenceYears) };
  if (envelope.status === 'purged') return { kind: 'erasable' };
  return { kind: 'later', at: purgeAt(envelope)! };
}

/** Only a signed document can be evidence in a legal claim. */
const isEvidence = ({ parties }: Envelope): boolean =>
  parties.some(({ signature }) => signature !== undefined);

/** Hides the envelope from now on; the next daily `forget` deletes its ledger. */
export function erase(
  envelope: Envelope,
  retention: Pick<Retention, 'evidenceYears'>,
): Decision<'erased' | 'discarded'> | undefined {
  if (erasabilityOf(envelope, retention).kind !== 'erasable') return undefined;
  if (envelope.status === 'draft') return discard(envelope);
  return { type: 'erased', data: {} };
}
