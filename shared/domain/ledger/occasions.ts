import type { PartyId } from '../envelope/party.ts';
import type { Schedule } from './entries.ts';
import type { Entry } from './ledger.ts';

/** A sender's request that a message be sent to a party. */
export type MessageRequest = Entry<'reminded' | 're-sent' | 'contact.corrected'>;

export const isMessageRequest = (entry: Entry): entry is MessageRequest =>
  ['reminded', 're-sent', 'contact.corrected'].includes(entry.type);

/** Identifies the message that answers a request, or the first invitation. */
export const occasionOf = (wish: Pick<MessageRequest, 'seq'> | undefined): string =>
  wish ? `wish-${wish.seq}` : 'first';

/** Occasions of every message that may have carried a link to the party. */
export function linkOccasions(
  party: PartyId,
  entries: readonly Entry[],
  { reminderDays }: Pick<Schedule, 'reminderDays'>,
): string[] {
  const wishes = entries.filter(isMessageRequest).filter(({ data }) => data.party === party);
  const reminders = reminderDays.map((days) => `reminder-${days}`);
  return [occasionOf(undefined), ...wishes.map(occasionOf), ...reminders];
}
