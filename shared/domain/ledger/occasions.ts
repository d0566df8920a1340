import type { PartyId } from '../envelope/party.ts';
import type { Schedule } from './entries.ts';
import type { Entry } from './ledger.ts';

/** The sender asks that a party be written to. */
export type Wish = Entry<'reminded' | 're-sent' | 'contact.corrected'>;

export const isWish = (entry: Entry): entry is Wish =>
  ['reminded', 're-sent', 'contact.corrected'].includes(entry.type);

/** Names the one message that answers a wish, or the first invitation. */
export const occasionOf = (wish: Pick<Wish, 'seq'> | undefined): string =>
  wish ? `wish-${wish.seq}` : 'first';

/** Of every message that may have brought a party a link before the envelope ended. */
export function linkOccasions(
  party: PartyId,
  entries: readonly Entry[],
  { reminderDays }: Pick<Schedule, 'reminderDays'>,
): string[] {
  const wishes = entries.filter(isWish).filter(({ data }) => data.party === party);
  const reminders = reminderDays.map((days) => `reminder-${days}`);
  return [occasionOf(undefined), ...wishes.map(occasionOf), ...reminders];
}
