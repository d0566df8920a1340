import type { Store } from '../state/store.ts';

/** setTimeout holds at most 2^31 - 1 ms (24.8 days). */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * The time of the local target: real time plus an offset that only grows and survives a restart.
 * A person moves it forward to see reminders, deadlines, expiry and purge without waiting days.
 */
export class Clock {
  readonly #store: Store;
  readonly #listeners = new Set<(offset: number) => void>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Milliseconds by which this clock runs ahead of the machine's. */
  get offset(): number {
    return this.#store.get<number>('clock', 'offset') ?? 0;
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return Date.now() + this.offset;
  }

  /** Moves the clock forward by `ms`; throws RangeError for a negative or fractional step. */
  advance(ms: number): void {
    if (!Number.isSafeInteger(ms) || ms < 0)
      throw new RangeError('The clock only moves forward, by whole milliseconds');
    this.#store.put('clock', 'offset', this.offset + ms);
    for (const listener of this.#listeners) listener(this.offset);
  }

  /**
   * Calls `listener` once in so many milliseconds or sooner, until the returned function is called. A clock
   * that only `advance` moves need never call.
   */
  wake(ms: number, listener: () => void): () => void {
    const timeout = setTimeout(listener, Math.min(ms, LONGEST_TIMEOUT_MS));
    return () => clearTimeout(timeout);
  }

  /** Calls `listener` with the new offset at each `advance`, until the returned function is called. */
  onAdvance(listener: (offset: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
