import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../shared/ports/ports.ts';
import type { SettableClock } from '../fixtures/memory/clock.ts';

const secret = () => randomBytes(32).toString('hex');

export const sessionsContract = (given: () => Pick<Ports, 'sessions'> & { clock: SettableClock }) =>
  describe('a session', () => {
    async function begun(seconds: number) {
      const { sessions, clock } = given();
      const [hash, createdAt] = [secret(), clock.now().toISOString()];
      const session = { envelopeId: secret(), party: 'c1', round: 1, createdAt };
      await sessions.put(hash, session, clock.now().getTime() / 1000 + seconds);
      return { hash, session };
    }

    it('is found by the hash of its secret, unconfirmed, and by no other', async () => {
      const { hash, session } = await begun(10);
      expect(await given().sessions.find(hash)).toEqual(session);
      expect(await given().sessions.find(secret())).toBeUndefined();
    });

    it('is found up to its last second, and from then on no more', async () => {
      const { hash, session } = await begun(10);
      given().clock.advance(9);
      expect(await given().sessions.find(hash)).toEqual(session);
      given().clock.advance(1);
      expect(await given().sessions.find(hash)).toBeUndefined();
    });

    it('that begins after its time is never found', async () => {
      const { hash } = await begun(-1);
      expect(await given().sessions.find(hash)).toBeUndefined();
    });
  });
