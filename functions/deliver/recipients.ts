import { NOT_SENT_YET } from '../../shared/domain/entries.ts';
import type { Envelope } from '../../shared/domain/envelope.ts';
import type { Entry } from '../../shared/domain/ledger.ts';
import { type Recipient, senderOf } from '../../shared/messages/notice.ts';

/**
 * Who is still to be told: every party of a completed envelope, else those who were invited, and
 * always the sender; without those who were told, or can never be.
 */
export function recipientsLeft(envelope: Envelope, entries: readonly Entry[]): Recipient[] {
  const told = new Set(entries.map(settledBy));
  const parties = envelope.parties.filter(
    (party) => envelope.status === 'completed' || party.invitedAt,
  );
  return [...parties, senderOf(envelope)].filter(({ id }) => !told.has(id));
}

function settledBy({ type, data }: Entry): string | undefined {
  if (type === 'delivered') return data.to;
  if (type !== 'delivery.failed' || data.reason === NOT_SENT_YET) return undefined;
  return data.notice === 'delivery' || data.notice === 'notice' ? data.to : undefined;
}
