import { Refusal } from '../domain/errors.ts';
import type { Ports } from '../ports/ports.ts';

/** One increment of an hourly or daily counter, and its limit. */
export interface Count {
  /** Name of the act in the refusal. */
  readonly act:
    | 'create'
    | 'send'
    | 'upload'
    | 'text_message'
    | 'template'
    | 'contact'
    | 'webhook'
    | 'batch'
    | 'open'
    | 'copy';
  /** Whose acts are counted: `company`, a sender, a party. */
  readonly of: string;
  readonly per: 'hour' | 'day';
  readonly most: number;
  /** Default 1; 0 counts nothing. */
  readonly amount?: number;
}

type Deps = Pick<Ports, 'counters' | 'clock'>;

/**
 * Counts before acting, so that concurrent requests cannot exceed a limit, and gives back if the act fails.
 * Throws `too_many` with the end of the hour or day.
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

/** One counter per UTC hour or day. */
function windowOf({ act, of, per }: Count, now: Date) {
  const index = Math.floor(now.getTime() / MS[per]);
  const begins = new Date(index * MS[per]).toISOString().slice(0, per === 'day' ? 10 : 13);
  return { key: `${act}#${begins}#${of}`, endsAt: new Date((index + 1) * MS[per]) };
}

/** How much of it is left, and until when that counts. */
export async function roomFor({ counters, clock }: Deps, count: Count) {
  const { key, endsAt } = windowOf(count, clock.now());
  return { left: Math.max(0, count.most - (await counters.taken(key, endsAt))), endsAt };
}

const full = ({ act }: Count, endsAt: Date, now: Date): Refusal =>
  new Refusal('too_many', {
    act,
    seconds: Math.ceil((endsAt.getTime() - now.getTime()) / 1_000),
    until: endsAt.toISOString(),
  });
