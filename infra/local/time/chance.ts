import { randomUUID } from 'node:crypto';

/** The target's randomness. Simulations pass a seeded source, which makes a run repeatable. */
export interface Chance {
  /** At least 0, less than 1. */
  fraction(): number;
  /** RFC 9562 §5.4. */
  uuid(): string;
}

export const systemChance: Chance = { fraction: () => Math.random(), uuid: () => randomUUID() };
