import type { Envelope, PartyState } from '../../shared/domain/envelope/envelope.ts';
import { isOwner } from '../../shared/domain/envelope/is-owner.ts';
import { NOT_SENT_YET } from '../../shared/domain/ledger/entries.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import { type Recipient, senderOf } from '../../shared/messages/notice.ts';

/**
 * Who is still to be told: every party of a completed envelope, else those who were invited, and
 * always the sender, who as a party is not told twice; without those who were told, or can never be.
 */
export function recipientsLeft(envelope: Envelope, entries: readonly Entry[]): Recipient[] {
  const told = new Set(entries.map(settledBy));
  const others = partiesToTell(envelope).filter((party) => !isOwner(envelope, party));
  return [...others, senderOf(envelope)].filter(({ id }) => !told.has(id));
}

/**
 * Of an envelope that stopped: who is not recorded as invited nor as told. An invitation may have gone
 * all the same, just before the end or by a task that died.
 */
export function perhapsInvited(envelope: Envelope, entries: readonly Entry[]): PartyState[] {
  if (envelope.status === 'completed') return [];
  const told = new Set(entries.map(settledBy));
  return envelope.parties.filter(
    (party) => !party.invitedAt && !told.has(party.id) && !isOwner(envelope, party),
  );
}

/** For whom a message to this recipient counts; the recipient, whose entry ends the telling, comes last. */
export function toldThrough(envelope: Envelope, { id }: Recipient): Recipient['id'][] {
  if (id !== 'sender') return [id];
  const own = partiesToTell(envelope).filter((party) => isOwner(envelope, party));
  return [...own.map((party) => party.id), id];
}

const partiesToTell = ({ status, parties }: Envelope): PartyState[] =>
  parties.filter((party) => status === 'completed' || party.invitedAt);

function settledBy({ type, data }: Entry): string | undefined {
  if (type === 'delivered') return data.copy === undefined ? data.to : undefined;
  if (type !== 'delivery.failed' || data.reason === NOT_SENT_YET) return undefined;
  return data.notice === 'delivery' || data.notice === 'notice' ? data.to : undefined;
}
