import { type Envelope, isEnded, type PartyState, partyOf } from '../envelope/envelope.ts';
import type { Channel, PartyId } from '../envelope/party.ts';
import { Refusal } from '../errors.ts';
import { assertPace } from '../ledger/acts.ts';
import type { Decision } from '../ledger/ledger.ts';
import { draftOf } from './drafting.ts';
import { onTurn } from './signing.ts';

/**
 * The sender stops an envelope that has not ended; signatures already given are void with it. One that
 * all have signed is about to be sealed, unless it stands still. Undefined if it was stopped for just
 * this reason: the answer was lost.
 */
export function stop(envelope: Envelope, reason: string): Decision<'voided'> | undefined {
  if (envelope.status === 'draft') draftOf(envelope);
  if (envelope.status === 'voided' && envelope.reason === reason) return undefined;
  const isSealing = envelope.status === 'signed' && !envelope.stalledAt;
  if (isEnded(envelope) || isSealing) {
    throw new Refusal('envelope_closed', { status: envelope.status });
  }
  return { type: 'voided', data: { reason } };
}

/** A reminder with a further link; the earlier links stay good. */
export function remind(envelope: Envelope, id: PartyId, now: Date): Decision<'reminded'> {
  onTurn(envelope, id);
  assertPace(envelope, 'remind', now, id);
  return { type: 'reminded', data: { party: id } };
}

/** A new link; the earlier links and codes are void, and the counts of codes begin anew. */
export function resend(envelope: Envelope, id: PartyId, now: Date): Decision<'re-sent'> {
  onTurn(envelope, id);
  assertPace(envelope, 'resend', now, id);
  return { type: 're-sent', data: { party: id } };
}

/** A contact may be corrected until that party has signed, also before its turn. */
export function correctContact(
  envelope: Envelope,
  id: PartyId,
  channel: Channel,
  now: Date,
): Decision<'contact.corrected'> {
  const party = partyOf(envelope, id);
  assertMayCorrect(envelope, party);
  assertPace(envelope, 'correct', now, id);
  return { type: 'contact.corrected', data: { party: id, channel } };
}

function assertMayCorrect(envelope: Envelope, party: PartyState): void {
  if (isEnded(envelope)) throw new Refusal('envelope_closed', { status: envelope.status });
  if (party.signature) throw new Refusal('already_signed', { at: party.signature.at });
}
