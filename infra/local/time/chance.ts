import { randomUUID } from 'node:crypto';

/** What nobody can foresee. A simulation gives its own, and everything happens again as it did. */
export interface Chance {
  /** At least 0, less than 1. */
  fraction(): number;
  /** RFC 9562 §5.4. */
  uuid(): string;
}

export const systemChance: Chance = { fraction: () => Math.random(), uuid: () => randomUUID() };
