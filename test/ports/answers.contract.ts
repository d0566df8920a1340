import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Answers } from '../../shared/ports/access.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { SettableClock } from '../fixtures/memory/clock.ts';

export const answersContract = (given: () => Pick<Ports, 'answers'> & { clock: SettableClock }) =>
  describe('an answer kept under a key', () => {
    let answers: Answers;
    let key: string;

    function begin(payload = 'a') {
      const now = given().clock.now().getTime();
      const until = { lockedUntil: now + 30_000, expiresAt: Math.ceil(now / 1_000) + 86_400 };
      return answers.begin(key, payload, until);
    }
    async function attempt(): Promise<string> {
      const begun = await begin();
      if ('standing' in begun) throw new Error('the key is taken');
      return begun.attempt;
    }

    beforeEach(() => {
      answers = given().answers;
      key = randomUUID();
    });

    it('stands for a day, with what was asked', async () => {
      await answers.keep(key, await attempt(), '{"id":1}');
      expect(await begin('b')).toEqual({ standing: { payload: 'a', answer: '{"id":1}' } });
      given().clock.advance(86_399);
      expect(await begin()).toEqual({ standing: { payload: 'a', answer: '{"id":1}' } });
      given().clock.advance(1);
      expect(await begin()).toEqual({ attempt: expect.any(String) });
    });

    it('is under way to one request at a time, and free again thirty seconds after one that died', async () => {
      await attempt();
      expect(await begin()).toEqual({ standing: { payload: 'a' } });
      given().clock.advance(30);
      expect(await begin()).toEqual({ attempt: expect.any(String) });
    });

    it('is free at once after one that failed', async () => {
      await answers.release(key, await attempt());
      expect(await begin('b')).toEqual({ attempt: expect.any(String) });
    });

    it('is not kept, nor freed, by a request that came to be too late', async () => {
      const late = await attempt();
      given().clock.advance(30);
      const next = await attempt();
      await answers.keep(key, late, 'late');
      await answers.release(key, late);
      expect(await begin()).toEqual({ standing: { payload: 'a' } });
      await answers.keep(key, next, 'next');
      expect(await begin()).toEqual({ standing: { payload: 'a', answer: 'next' } });
    });
  });
