import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../shared/ports/ports.ts';
import type { SettableClock } from '../fixtures/memory/clock.ts';

const TEXT = { envelopeId: 'E', party: 'c1', notice: 'code' } as const;

export const sentTextsContract = (
  given: () => Pick<Ports, 'sentTexts'> & { clock: SettableClock },
) =>
  describe('a text message that went', () => {
    it('says whose it was, of which round and which message', async () => {
      const { sentTexts, clock } = given();
      const [earlier, today] = [randomUUID(), randomUUID()];
      const named = { ...TEXT, round: 2, message: 'm' };
      const expiresAt = clock.now().getTime() / 1000 + 10;
      await sentTexts.put(earlier, TEXT, expiresAt);
      await sentTexts.put(today, named, expiresAt);
      expect(await sentTexts.find(earlier)).toEqual(TEXT);
      expect(await sentTexts.find(today)).toEqual(named);
      expect(await sentTexts.find(randomUUID())).toBeUndefined();
    });

    it('is forgotten when its time is over', async () => {
      const { sentTexts, clock } = given();
      const id = randomUUID();
      await sentTexts.put(id, TEXT, clock.now().getTime() / 1000 + 10);
      clock.advance(10);
      expect(await sentTexts.find(id)).toBeUndefined();
    });
  });
