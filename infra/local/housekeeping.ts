import type { Clock } from './time/clock.ts';

/** Periodic work. Runs of one chore never overlap. */
export type PeriodicTask = { readonly everyMs: number; readonly run: () => Promise<void> | void };

/** Runs every chore at its interval, and all of them at once when the clock is moved forward. */
export class Housekeeping {
  readonly #clock: Clock;
  readonly #chores: readonly PeriodicTask[];
  readonly #busy = new Map<PeriodicTask, Promise<void>>();
  #stop: () => void = () => {};

  constructor(clock: Clock, chores: readonly PeriodicTask[]) {
    this.#clock = clock;
    this.#chores = chores;
  }

  start(): void {
    const timers = this.#chores.map((chore) => setInterval(() => this.#run(chore), chore.everyMs));
    const forget = this.#clock.onAdvance(() => {
      for (const chore of this.#chores) this.#run(chore);
    });
    this.#stop = () => {
      forget();
      for (const timer of timers) clearInterval(timer);
    };
  }

  #run(chore: PeriodicTask): void {
    if (this.#busy.has(chore)) return;
    const work = Promise.resolve()
      .then(chore.run)
      .catch((error: unknown) => console.error(error))
      .finally(() => this.#busy.delete(chore));
    this.#busy.set(chore, work);
  }

  async close(): Promise<void> {
    this.#stop();
    await Promise.all(this.#busy.values());
  }
}
