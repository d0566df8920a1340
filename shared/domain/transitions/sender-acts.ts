import { type Envelope, isEnded, type PartyState, partyOf } from '../envelope/envelope.ts';
import type { Channel, PartyId } from '../envelope/party.ts';
import { Refusal } from '../errors.ts';
import { assertWithinLimit } from '../ledger/acts.ts';
import type { Decision } from '../ledger/ledger.ts';
import { draftOf } from './drafting.ts';
import { onTurn } from './signing.ts';

/**
 * Voids an envelope that has not ended, with the signatures already given. Refused once all have signed,
 * because sealing is in progress, unless the workflow has stalled. Undefined if already voided for the same
 * reason (a retried request).
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

/** Sends a reminder with another link; earlier links stay valid. */
export function remind(envelope: Envelope, id: PartyId, now: Date): Decision<'reminded'> {
  onTurn(envelope, id);
  assertWithinLimit(envelope, 'remind', now, id);
  return { type: 'reminded', data: { party: id } };
}

/** Sends a new link; earlier links and codes become void and the code limits restart. */
export function resend(envelope: Envelope, id: PartyId, now: Date): Decision<'re-sent'> {
  onTurn(envelope, id);
  assertWithinLimit(envelope, 'resend', now, id);
  return { type: 're-sent', data: { party: id } };
}

/** Corrects a contact, also before the party's turn, until it has signed. */
export function correctContact(
  envelope: Envelope,
  id: PartyId,
  channel: Channel,
  now: Date,
): Decision<'contact.corrected'> {
  const party = partyOf(envelope, id);
  assertMayCorrect(envelope, party);
  assertWithinLimit(envelope, 'correct', now, id);
  return { type: 'contact.corrected', data: { party: id, channel } };
}

function assertMayCorrect(envelope: Envelope, party: PartyState): void {
  if (isEnded(envelope)) throw new Refusal('envelope_closed', { status: envelope.status });
  if (party.signature) throw new Refusal('already_signed', { at: party.signature.at });
}
