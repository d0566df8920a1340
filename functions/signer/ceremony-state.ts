import type { CeremonyAnswer } from '../../shared/contract/signer.ts';
import type { Revision } from '../../shared/domain/entries.ts';
import {
  type Envelope,
  isEnded,
  isOnTurn,
  type PartyState,
  shownRevision,
} from '../../shared/domain/envelope.ts';
import { isPastDeadline } from '../../shared/domain/signing.ts';

/** What a party is told of where things stand. */
export function ceremonyState(
  envelope: Envelope,
  party: PartyState,
  now: Date,
): CeremonyAnswer['state'] {
  if (envelope.status === 'purged') return envelope.ended;
  if (isEnded(envelope)) return envelope.status;
  if (isPastDeadline(envelope, now)) return 'expired';
  if (party.signature) return 'signed';
  return envelope.status === 'signing' && isOnTurn(envelope, party) ? 'open' : 'waiting';
}

/** The PDF that a party may look at now: what its turn was shown, and the sealed one at the end. */
export function visibleRevision(
  envelope: Envelope,
  party: PartyState,
  now: Date,
): Revision | undefined {
  if (envelope.status === 'completed') return envelope.file;
  if (envelope.status !== 'signing' && envelope.status !== 'signed') return undefined;
  const seen = ['open', 'signed'].includes(ceremonyState(envelope, party, now));
  return seen ? shownRevision(envelope, party.turn) : undefined;
}
