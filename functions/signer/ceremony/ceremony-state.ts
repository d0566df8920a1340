import type { CeremonyAnswer } from '../../../shared/contract/signer.ts';
import {
  type Envelope,
  endedAs,
  isEnded,
  isOnTurn,
  type PartyState,
  shownRevision,
} from '../../../shared/domain/envelope/envelope.ts';
import type { Revision } from '../../../shared/domain/ledger/entries.ts';
import { isPastDeadline } from '../../../shared/domain/transitions/signing.ts';
import { isConfirmed } from '../codes/confirmation.ts';
import type { Ceremony } from '../session/ceremony.ts';

/** The state shown to a party. */
export function ceremonyState(
  envelope: Envelope,
  party: PartyState,
  now: Date,
): CeremonyAnswer['state'] {
  if (isEnded(envelope)) return endedAs(envelope);
  if (isPastDeadline(envelope, now)) return 'expired';
  if (party.signature) return 'signed';
  return envelope.status === 'signing' && isOnTurn(envelope, party) ? 'open' : 'waiting';
}

/**
 * The PDF that a party may see: its turn's revision; after signing, for a session with a confirmed code, the
 * revision with its own signature; after completion the sealed file.
 */
export function visibleRevision(ceremony: Ceremony): Revision | undefined {
  const { envelope, party, now } = ceremony;
  if (envelope.status === 'completed') return envelope.file;
  const state = ceremonyState(envelope, party, now);
  if (STOPPED.includes(state)) return lastSeen(envelope, party);
  if (envelope.status !== 'signing' && envelope.status !== 'signed') return undefined;
  if (state === 'signed') return ownRevision(ceremony) ?? shownRevision(envelope, party.turn);
  return state === 'open' ? shownRevision(envelope, party.turn) : undefined;
}

/** The revision with the party's own signature, only for a session that entered a code to sign. */
export const ownRevision = (ceremony: Ceremony): Revision | undefined =>
  isConfirmed(ceremony) ? ceremony.party.revision : undefined;

/** Not `failed`, whose document could not be completed. */
const STOPPED: readonly CeremonyAnswer['state'][] = ['declined', 'voided', 'expired'];

/** The revision of the party's turn, which whoever opened its link may have seen. */
function lastSeen(envelope: Envelope, party: PartyState): Revision | undefined {
  if (envelope.status === 'purged' || !('revisions' in envelope)) return undefined;
  const { revisions, parties } = envelope;
  return party.openedAt && revisions
    ? shownRevision({ revisions, parties }, party.turn)
    : undefined;
}
