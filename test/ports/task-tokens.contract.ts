import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Ports } from '../../shared/ports/ports.ts';
import type { SettableClock } from '../fixtures/memory/clock.ts';

export const taskTokensContract = (
  given: () => Pick<Ports, 'taskTokens'> & { clock: SettableClock },
) =>
  describe('a task token', () => {
    let envelopeId: string;
    beforeEach(() => {
      envelopeId = randomUUID();
    });

    function put(token: string, order: number, seq = 3) {
      const expiresAt = given().clock.now().getTime() / 1000 + 10;
      return given().taskTokens.put(envelopeId, 'd1', { token, seq, order }, expiresAt);
    }
    const find = (party = 'd1') => given().taskTokens.find(envelopeId, party);

    it('is one a party: the next wait’s takes its place', async () => {
      await put('one', 7);
      await put('two', 8, 5);
      expect(await find()).toEqual({ token: 'two', seq: 5, order: 8 });
      expect(await find('c1')).toBeUndefined();
    });

    it('of the latest wait stays, whichever put comes last', async () => {
      expect(await put('of the first release', 0)).toBe(true);
      expect(await put('its next', 0)).toBe(true);
      expect(await put('living', 1_772_442_000_000_001)).toBe(true);
      expect(await put('late', 1_772_442_000_000_000)).toBe(false);
      expect(await put('of the first release, late', 0)).toBe(false);
      expect(await put('living', 1_772_442_000_000_001)).toBe(true);
      expect((await find())?.token).toBe('living');
    });

    it('is forgotten when its time is over', async () => {
      await put('one', 1);
      given().clock.advance(10);
      expect(await find()).toBeUndefined();
    });
  });
