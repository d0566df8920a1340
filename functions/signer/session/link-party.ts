import type { Envelope, PartyState } from '../../../shared/domain/envelope/envelope.ts';
import {
  daysAfter,
  isRemoved,
  purgeAt,
  TOMBSTONE_DAYS,
} from '../../../shared/domain/envelope/retention.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Link } from '../../../shared/ports/access.ts';

/**
 * The party of a link. Throws `link_invalid` for a link of an earlier round, `document_removed` with the date
 * after the purge, and `link_invalid` after TOMBSTONE_DAYS.
 */
export function linkParty(envelope: Envelope, link: Link, now: Date): PartyState {
  const party = envelope.parties.find(({ id }) => id === link.party);
  if (party?.round !== link.round) throw new Refusal('link_invalid');
  if (isRemoved(envelope, now)) throw removed(envelope, now);
  return party;
}

function removed(envelope: Envelope, now: Date): Refusal {
  const at = purgeAt(envelope)!;
  const forgotten = Date.parse(daysAfter(at, TOMBSTONE_DAYS)) <= now.getTime();
  return forgotten ? new Refusal('link_invalid') : new Refusal('document_removed', { at });
}
