import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newToken, type Token } from '../../shared/domain/token/token.ts';
import type { Tokens } from '../../shared/ports/tokens.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour)).toISOString();

export const tokensContract = (given: () => Tokens) =>
  describe('a token', () => {
    async function added(hour = 9, name = 'ERP'): Promise<Token> {
      const facts = {
        name,
        scopes: ['envelopes:read'],
        owners: [{ subject: 'u1', email: 'anna@aurora.example', name: 'Anna' }],
        email: 'sara@aurora.example',
        endsAt: at(23),
      } as const;
      const by = { subject: 'u3', name: 'Sara' };
      const { token } = newToken(facts, by, randomBytes(32), new Date(at(hour)));
      await given().add(token);
      return token;
    }

    it('is found as it was made', async () => {
      const token = await added();
      expect(await given().find(token.id)).toEqual(token);
      expect(await given().find('0'.repeat(32))).toBeUndefined();
    });

    it('is added once, and a withdrawal is not undone by adding it again', async () => {
      const token = await added();
      const withdrawn = { at: at(10), by: 'Sara' };
      await given().withdraw(token.id, withdrawn);
      await given().add(token);
      expect(await given().find(token.id)).toEqual({ ...token, withdrawn });
    });

    it('is withdrawn once, with who did it first', async () => {
      const token = await added();
      const withdrawn = { at: at(10), by: 'Sara' };
      expect(await given().withdraw(token.id, withdrawn)).toEqual({ ...token, withdrawn });
      const again = await given().withdraw(token.id, { at: at(11), by: 'Bruno' });
      expect(again).toEqual({ ...token, withdrawn });
      expect(await given().withdraw('0'.repeat(32), withdrawn)).toBeUndefined();
    });

    it('has its use written unless one was written lately, and never comes to be by it', async () => {
      const token = await added();
      const lastUsed = async () => (await given().find(token.id))?.lastUsedAt;
      await given().noteUse(token.id, at(10), at(9));
      await given().noteUse(token.id, at(11), at(9));
      expect(await lastUsed()).toBe(at(10));
      await given().noteUse(token.id, at(12), at(10));
      expect(await lastUsed()).toBe(at(12));
      await given().noteUse('0'.repeat(32), at(12), at(11));
      expect(await given().find('0'.repeat(32))).toBeUndefined();
    });

    it('is listed, last made first, also when it was withdrawn', async () => {
      const earlier = await added(9);
      const later = await added(10);
      await given().withdraw(earlier.id, { at: at(11), by: 'Sara' });
      const ids = (await given().list()).map(({ id }) => id);
      expect(ids.filter((id) => [earlier.id, later.id].includes(id))).toEqual([
        later.id,
        earlier.id,
      ]);
    });
  });
