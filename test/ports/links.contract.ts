import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../shared/ports/ports.ts';
import type { SettableClock } from '../fixtures/memory/clock.ts';

const secret = () => randomBytes(32).toString('hex');
const LINK = { envelopeId: 'E', party: 'd1', round: 2 } as const;

export const linksContract = (given: () => Pick<Ports, 'links'> & { clock: SettableClock }) =>
  describe('a link', () => {
    it('is found by the hash of its secret, and by no other', async () => {
      const { links, clock } = given();
      const hash = secret();
      await links.put(hash, LINK, clock.now().getTime() / 1000 + 10);
      expect(await links.find(hash)).toEqual(LINK);
      expect(await links.find(secret())).toBeUndefined();
    });

    it('is found up to its last second, and from then on no more', async () => {
      const { links, clock } = given();
      const hash = secret();
      await links.put(hash, LINK, clock.now().getTime() / 1000 + 10);
      clock.advance(9);
      expect(await links.find(hash)).toEqual(LINK);
      clock.advance(1);
      expect(await links.find(hash)).toBeUndefined();
    });
  });
