import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { CLAIM_SECONDS, type MessageId } from '../../shared/ports/messages.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { SettableClock } from '../fixtures/memory/clock.ts';

const CLAIM_MS = CLAIM_SECONDS * 1000;

export const claimsContract = (given: () => Pick<Ports, 'claims'> & { clock: SettableClock }) =>
  describe('the claim of a message', () => {
    let message: MessageId;
    beforeEach(() => {
      message = { envelopeId: randomUUID(), to: 'd1', occasion: 'first' };
    });

    const now = () => given().clock.now().getTime();
    const take = (by: string, later = 0, change: Partial<MessageId> = {}) =>
      given().claims.take(
        { ...message, ...change },
        { by, at: now() + later },
        now() / 1000 + 1000,
      );
    const settle = (by: string, state: 'sent' | 'undeliverable' | 'free') =>
      given().claims.settle(message, { by, at: now() }, state, now() / 1000 + 1000);

    it('is its maker’s alone, who may ask twice; each message has its own', async () => {
      expect([await take('a'), await take('a'), await take('b')]).toEqual([
        ...['claimed', 'reclaimed', 'taken'],
      ]);
      for (const other of [{ envelopeId: randomUUID() }, { to: 'c1' }, { occasion: 'next' }])
        expect(await take('b', 0, other)).toBe('claimed');
    });

    it('is found as it stands, and nothing before anybody begins', async () => {
      const { claims } = given();
      expect(await claims.find(message)).toBeUndefined();
      await take('a');
      expect(await claims.find(message)).toEqual({ state: 'claimed', at: now() });
      for (const state of ['free', 'sent'] as const) {
        await settle('a', state);
        expect(await claims.find(message)).toEqual({ state, at: now() });
      }
      expect(await claims.find({ ...message, occasion: 'next' })).toBeUndefined();
    });

    it('is had by one of ten who want it at once', async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => take(`${n}`)));
      expect(answers.filter((answer) => answer !== 'taken')).toEqual(['claimed']);
    });

    it('is freed by its maker alone', async () => {
      await take('a');
      await settle('b', 'free');
      expect(await take('b')).toBe('taken');
      await settle('a', 'free');
      expect(await take('b')).toBe('reclaimed');
    });

    it('holds for its time to the millisecond, and is succeeded then', async () => {
      await take('dead');
      expect(await take('next', CLAIM_MS)).toBe('taken');
      expect(await take('next', CLAIM_MS + 1)).toBe('reclaimed');
    });

    it('of one who was succeeded says that the message went, and nothing else', async () => {
      await take('slow');
      await take('next', CLAIM_MS + 1);
      await settle('slow', 'undeliverable');
      expect(await take('third')).toBe('taken');
      await settle('slow', 'sent');
      expect(await take('third', 10 * CLAIM_MS)).toBe('sent');
    });

    it.each(['sent', 'undeliverable'] as const)(
      'is never had again once it is %s',
      async (state) => {
        await take('a');
        await settle('a', state);
        expect(await take('a', 10 * CLAIM_MS)).toBe(state);
        expect(await take('b', 10 * CLAIM_MS)).toBe(state);
      },
    );
  });
