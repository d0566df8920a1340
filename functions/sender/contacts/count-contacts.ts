import type { DailyLimits } from '../../../shared/domain/limits.ts';
import { counted } from '../../../shared/limits/counted.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Caller } from '../access/caller.ts';

export type CountContacts = <T>(
  caller: Caller,
  amount: number,
  act: () => Promise<T>,
) => Promise<T>;

/** Counts contacts added or changed by one employee towards the daily limit, before the change. */
export const makeCountContacts =
  (
    ports: Pick<Ports, 'counters' | 'clock'>,
    { contactsOfSender: most }: DailyLimits,
  ): CountContacts =>
  ({ subject }, amount, act) =>
    counted(ports, [{ act: 'contact', of: `sender#${subject}`, per: 'day', most, amount }], act);
