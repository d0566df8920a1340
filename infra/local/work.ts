import { closeEmulators, type Emulators } from './emulators.ts';
import { Housekeeping } from './housekeeping.ts';
import { EventSource, type EventSourceMapping } from './lambda/event-source.ts';

/** Background work (timers, streams, queues), from `start` until `close`, which ends all emulators. */
export class Work {
  readonly #emulators: Emulators;
  readonly #housekeeping: Housekeeping;
  #sources: EventSource[] = [];

  constructor(emulators: Emulators) {
    this.#emulators = emulators;
    const { clock, bus, s3, dynamoDb } = emulators;
    this.#housekeeping = new Housekeeping(clock, [
      { everyMs: 1000, run: () => bus.tick() },
      { everyMs: 5000, run: () => s3.sweep() },
      { everyMs: 5000, run: () => dynamoDb.sweep() },
    ]);
  }

  start(mappings: readonly EventSourceMapping[]): void {
    const { store, clock, dynamoDb, lambda, queues, invocations, stateMachines, access } =
      this.#emulators;
    const ports = { store, clock, changes: dynamoDb.changes, lambda, queues, judge: access };
    this.#sources = mappings.map((mapping) => new EventSource(mapping, ports));
    for (const source of this.#sources) source.register();
    for (const source of this.#sources) source.start();
    invocations.start();
    stateMachines.resume();
    this.#housekeeping.start();
  }

  async close(): Promise<void> {
    await this.#housekeeping.close();
    const closing = this.#sources.map((source) => source.close());
    await closeEmulators(this.#emulators);
    await Promise.all(closing);
  }
}
