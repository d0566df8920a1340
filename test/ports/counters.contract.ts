import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Counters } from '../../shared/ports/access.ts';
import type { Ports } from '../../shared/ports/ports.ts';

export const ENDS_AT = new Date('2026-03-03T00:00:00.000Z');

export const countersContract = (given: () => Pick<Ports, 'counters'>) =>
  describe('a counter', () => {
    let counters: Counters;
    let name: string;
    const take = (amount: number, most: number, counter = name) =>
      counters.take(counter, amount, most, ENDS_AT);

    beforeEach(() => {
      counters = given().counters;
      name = randomUUID();
    });

    it('takes up to its most, and nothing of what is more', async () => {
      expect(await take(2, 5)).toBe(true);
      expect(await take(4, 5)).toBe(false);
      expect(await take(3, 5)).toBe(true);
      expect(await take(1, 5)).toBe(false);
      expect(await take(6, 5, randomUUID())).toBe(false);
    });

    it('keeps for some what others may not use', async () => {
      expect(await take(7, 7)).toBe(true);
      expect(await take(1, 7)).toBe(false);
      expect(await take(3, 10)).toBe(true);
      expect(await take(1, 10)).toBe(false);
    });

    it('lets through as many as there is room for, also of thirty at once', async () => {
      const taken = await Promise.all(Array.from({ length: 30 }, () => take(1, 10)));
      expect(taken.filter(Boolean)).toHaveLength(10);
    });

    it('takes again what was given back, and never more', async () => {
      await take(5, 5);
      await counters.giveBack(name, 2);
      expect(await take(2, 5)).toBe(true);
      expect(await take(1, 5)).toBe(false);
      await counters.giveBack(name, 9);
      expect(await take(1, 5)).toBe(false);
      await counters.giveBack(randomUUID(), 1);
    });

    it('says how much is taken, and takes nothing by that', async () => {
      expect(await counters.taken(name, ENDS_AT)).toBe(0);
      await take(3, 5);
      expect(await counters.taken(name, ENDS_AT)).toBe(3);
      expect(await take(2, 5)).toBe(true);
      expect(await take(1, 5)).toBe(false);
      await counters.giveBack(name, 4);
      expect(await counters.taken(name, ENDS_AT)).toBe(1);
    });

    it('is one by its name', async () => {
      await take(5, 5);
      expect(await take(5, 5, randomUUID())).toBe(true);
    });
  });
