import type { Envelope, PartyState } from '../../shared/domain/envelope/envelope.ts';
import { isOwner } from '../../shared/domain/envelope/is-owner.ts';
import { NOT_SENT_YET } from '../../shared/domain/ledger/entries.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import { type Recipient, senderOf } from '../../shared/messages/notice.ts';

interface PendingRecipients {
  /**
   * All parties of a completed envelope, else those invited, and always the sender (once, if also a party).
   */
  readonly recipients: readonly Recipient[];
  /**
   * Parties of a stopped envelope without a recorded invitation, which may have been sent just before the end
   * or by a crashed task.
   */
  readonly perhapsInvited: readonly PartyState[];
}

/** Who is still to be notified: neither notified already nor permanently undeliverable. */
export function pendingRecipients(
  envelope: Envelope,
  entries: readonly Entry[],
): PendingRecipients {
  const settled = new Set(entries.map(settledBy));
  const left = envelope.parties.filter(
    (party) => !settled.has(party.id) && !isOwner(envelope, party),
  );
  const recipients = left.filter((party) => isRecipient(envelope, party));
  return {
    recipients: settled.has('sender') ? recipients : [...recipients, senderOf(envelope)],
    perhapsInvited: left.filter((party) => !isRecipient(envelope, party)),
  };
}

/**
 * For whom a message to this recipient counts; the recipient last, because its entry ends the notification.
 */
export function notifiedBy(envelope: Envelope, { id }: Recipient): Recipient['id'][] {
  if (id !== 'sender') return [id];
  const own = envelope.parties.filter(
    (party) => isRecipient(envelope, party) && isOwner(envelope, party),
  );
  return [...own.map((party) => party.id), id];
}

const isRecipient = ({ status }: Envelope, { invitedAt }: PartyState): boolean =>
  status === 'completed' || invitedAt !== undefined;

function settledBy({ type, data }: Entry): string | undefined {
  if (type === 'delivered') return data.copy === undefined ? data.to : undefined;
  if (type !== 'delivery.failed' || data.reason === NOT_SENT_YET) return undefined;
  return data.notice === 'delivery' || data.notice === 'notice' ? data.to : undefined;
}
