import { Refusal } from '../domain/errors.ts';
import type { Ports } from '../ports/ports.ts';

/** One more of what is counted within an hour or a day, and how many there may be. */
export interface Count {
  /** As the refusal names it. */
  readonly act: 'create' | 'send' | 'upload' | 'text_message' | 'open' | 'copy';
  /** Whose: `company`, a sender, a party. */
  readonly of: string;
  readonly per: 'hour' | 'day';
  readonly most: number;
  /** One if left out; none is not counted. */
  readonly amount?: number;
}

type Deps = Pick<Ports, 'counters' | 'clock'>;

/**
 * Counts before it acts, so that no race does one too many, and gives back what was counted for an act
 * that failed. Refuses with `too_many` and the end of the hour or day.
 */
export async function counted<T>(
  { counters, clock }: Deps,
  counts: readonly Count[],
  act: () => Promise<T>,
): Promise<T> {
  const now = clock.now();
  const taken: (() => Promise<void>)[] = [];
  try {
    for (const count of counts.filter(({ amount = 1 }) => amount > 0)) {
      const { key, endsAt } = windowOf(count, now);
      const { amount = 1, most } = count;
      if (!(await counters.take(key, amount, most, endsAt))) throw full(count, endsAt, now);
      taken.push(() => counters.giveBack(key, amount));
    }
    return await act();
  } catch (error) {
    await Promise.all(taken.map((giveBack) => giveBack().catch(() => {})));
    throw error;
  }
}

const HOUR_MS = 3_600_000;
const MS = { hour: HOUR_MS, day: 24 * HOUR_MS } as const;

/** Hours and days of UTC: each has a counter of its own, which ends with it. */
function windowOf({ act, of, per }: Count, now: Date) {
  const index = Math.floor(now.getTime() / MS[per]);
  const begins = new Date(index * MS[per]).toISOString().slice(0, per === 'day' ? 10 : 13);
  return { key: `${act}#${begins}#${of}`, endsAt: new Date((index + 1) * MS[per]) };
}

const full = ({ act }: Count, endsAt: Date, now: Date): Refusal =>
  new Refusal('too_many', {
    act,
    seconds: Math.ceil((endsAt.getTime() - now.getTime()) / 1_000),
    until: endsAt.toISOString(),
  });
