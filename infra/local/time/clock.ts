import type { Store } from '../state/store.ts';

/** setTimeout's maximum delay is 2^31 - 1 ms (24.8 days). */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * The local target's time: real time plus an offset that only increases and is stored. Moving it forward
 * shows reminders, deadlines, expiry and purge without waiting for days.
 */
export class Clock {
  readonly #store: Store;
  readonly #listeners = new Set<(offset: number) => void>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Milliseconds that this clock is ahead of the machine's. */
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
   * Calls `listener` once, after `ms` or earlier, unless the returned function is called before. A simulated
   * clock, which only `advance` moves, need never call it.
   */
  wake(ms: number, listener: () => void): () => void {
    const timeout = setTimeout(listener, Math.min(ms, MAX_TIMEOUT_MS));
    return () => clearTimeout(timeout);
  }

  /** Calls `listener` with the new offset after each `advance`, until the returned function is called. */
  onAdvance(listener: (offset: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
