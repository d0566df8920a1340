import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Codes, Link, Sessions, StoredCode } from '../../shared/ports/access.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { SettableClock } from '../fixtures/memory/clock.ts';

type Given = Pick<Ports, 'codes' | 'sessions'> & { readonly clock: SettableClock };

const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
const hex = () => randomBytes(32).toString('hex');
const minute = 60_000;

export const confirmed = {
  purpose: 'sign',
  until: '2026-03-02T09:31:00.000Z',
  at: '2026-03-02T09:01:00.000Z',
  codeSentAt: '2026-03-02T09:00:00.000Z',
  documentSha256: 'a'.repeat(64),
} as const;

/** A party with a session, to which a code was sent. */
export async function partyWithCode({ codes, sessions, clock }: Given) {
  const now = clock.now().getTime();
  const link: Link = { envelopeId: hex(), party: 'c1', round: 0 };
  const secretSha256 = hex();
  const code: StoredCode = {
    mac: random(32),
    purpose: 'sign',
    session: secretSha256,
    documentSha256: confirmed.documentSha256,
    sentAt: now,
    expiresAt: now + 300_000,
  };
  const session = { ...link, createdAt: clock.now().toISOString() };
  await sessions.put(secretSha256, session, now / 1000 + 3600);
  await codes.put(link, code);
  return { link, secretSha256, code };
}

export const codesContract = (given: () => Given) =>
  describe('codes', () => {
    let codes: Codes;
    let sessions: Sessions;
    let link: Link;
    let secretSha256: string;
    let code: StoredCode;

    beforeEach(async () => {
      ({ codes, sessions } = given());
      ({ link, secretSha256, code } = await partyWithCode(given()));
    });

    const now = () => given().clock.now().getTime();
    const reserve = (at = now()) => codes.reserveTry(link, secretSha256, at);
    const tries = (count: number) => Promise.all(Array.from({ length: count }, () => reserve()));
    const confirm = (change: object = {}) =>
      codes.confirm(link, code, { secretSha256, confirmed: { ...confirmed, ...change } });

    it('are counted when they are sent; of two that meet, one counts', async () => {
      const both = await Promise.all([
        codes.reserveSending(link, [], now()),
        codes.reserveSending(link, [], now()),
      ]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await codes.reserveSending(link, [now()], now() + minute)).toBe(true);
      expect(await codes.reserveSending(link, [now()], now() + minute)).toBe(false);
      expect(await codes.sendings(link)).toEqual([now(), now() + minute]);
      expect(await codes.sendings({ ...link, round: 1 })).toEqual([]);
    });

    it('that were not sent are given back, also twice, and no other with them', async () => {
      const [first, second] = [now(), now() + minute];
      await codes.reserveSending(link, [], first);
      await codes.releaseSending(link, first);
      await codes.releaseSending(link, first);
      expect(await codes.sendings(link)).toEqual([]);
      expect(await codes.reserveSending(link, [], first)).toBe(true);
      expect(await codes.reserveSending(link, [first], second)).toBe(true);
      await codes.releaseSending(link, second);
      expect(await codes.sendings(link)).toEqual([first]);
      expect(await codes.reserveSending({ ...link, round: 2 }, [first], second)).toBe(false);
    });

    it('are counted by what was read, not by how many there were', async () => {
      const [first, second, third] = [now(), now() + minute, now() + 2 * minute];
      await codes.reserveSending(link, [], first);
      await codes.releaseSending(link, first);
      await codes.reserveSending(link, [], second);
      expect(await codes.reserveSending(link, [first], third)).toBe(false);
      expect(await codes.sendings(link)).toEqual([second]);
    });

    it('give five tries, also to twenty who try at once', async () => {
      const answers = await tries(20);
      const reserved = answers.filter(({ state }) => state === 'reserved');
      expect(reserved).toHaveLength(5);
      expect(reserved.map((answer) => 'triesLeft' in answer && answer.triesLeft).sort()).toEqual([
        0, 1, 2, 3, 4,
      ]);
      expect(answers.filter(({ state }) => state === 'exhausted')).toHaveLength(15);
    });

    it('come back as they were kept, also those of the first releases', async () => {
      expect(await reserve()).toEqual({ state: 'reserved', code, triesLeft: 4 });
      expect(await codes.find(link)).toEqual(code);
      expect(await codes.find({ ...link, party: 'd1' })).toBeUndefined();
      const { purpose: _, ...old } = { ...code, sentAt: code.sentAt + minute };
      await codes.put(link, old);
      expect(await codes.find(link)).toEqual(old);
    });

    it('are not found once their tries are spent', async () => {
      await tries(4);
      expect(await codes.find(link)).toEqual(code);
      await tries(1);
      expect(await codes.find(link)).toBeUndefined();
    });

    it('say why no try is left', async () => {
      const never = { ...link, party: 'd1' };
      expect(await codes.reserveTry(never, secretSha256, 0)).toEqual({ state: 'none' });
      expect(await reserve(code.expiresAt - 1)).toMatchObject({ state: 'reserved' });
      expect(await reserve(code.expiresAt)).toEqual({ state: 'expired' });
      await confirm();
      expect(await reserve(code.expiresAt)).toEqual({ state: 'used' });
    });

    it('of another session lose no try, and are said to be elsewhere', async () => {
      for (const _ of Array.from({ length: 6 }))
        expect(await codes.reserveTry(link, hex(), now())).toEqual({ state: 'elsewhere' });
      expect(await codes.reserveTry(link, hex(), code.expiresAt)).toEqual({ state: 'expired' });
      expect(await reserve()).toMatchObject({ triesLeft: 4 });
    });

    it('that are used say what they confirmed, and their tries still run out', async () => {
      await reserve();
      await confirm();
      expect(await reserve()).toEqual({ state: 'reserved', code, triesLeft: 3, confirmed });
      await tries(3);
      expect(await reserve()).toEqual({ state: 'used' });
    });

    it('succeed once, also for ten who are right at once', async () => {
      const answers = Array.from({ length: 10 }, (_, index) =>
        confirm({ at: new Date(now() + index).toISOString() }),
      );
      expect((await Promise.all(answers)).filter(Boolean)).toHaveLength(1);
      expect((await sessions.find(secretSha256))?.confirmed).toBeDefined();
    });

    it('may be told the same success again', async () => {
      expect([await confirm(), await confirm()]).toEqual([true, true]);
      expect(await confirm({ at: '2026-03-02T09:01:00.001Z' })).toBe(false);
      expect(await confirm({ codeSentAt: '2026-03-02T08:00:00.000Z' })).toBe(false);
      expect((await sessions.find(secretSha256))?.confirmed).toEqual(confirmed);
    });

    it('confirm only the session that they were sent for', async () => {
      const other = { secretSha256: hex(), confirmed };
      expect(await codes.confirm(link, code, other)).toBe(false);
      const forged = { ...code, mac: random(32) };
      expect(await codes.confirm(link, forged, { secretSha256, confirmed })).toBe(false);
      expect((await sessions.find(secretSha256))?.confirmed).toBeUndefined();
    });

    it('leave every other session of the party unconfirmed', async () => {
      const second = hex();
      const session = { ...link, createdAt: given().clock.now().toISOString() };
      await sessions.put(second, session, now() / 1000 + 3600);
      await confirm();
      expect((await sessions.find(second))?.confirmed).toBeUndefined();
      expect(await codes.confirm(link, code, { secretSha256: second, confirmed })).toBe(false);
      expect((await sessions.find(second))?.confirmed).toBeUndefined();
    });

    it('confirm nothing once a newer one replaced them', async () => {
      await codes.put(link, { ...code, mac: random(32), sentAt: code.sentAt + minute });
      expect(await confirm()).toBe(false);
    });

    it('are not revived by a put that comes late or twice', async () => {
      await confirm();
      await codes.put(link, code);
      expect(await reserve()).toMatchObject({ confirmed });
      const newer = { ...code, mac: random(32), sentAt: code.sentAt + minute };
      await codes.put(link, newer);
      await codes.put(link, code);
      expect(await codes.find(link)).toEqual(newer);
    });

    it('leave a session confirmed when the next one is sent', async () => {
      await confirm();
      await codes.put(link, { ...code, mac: random(32), sentAt: code.sentAt + minute });
      expect((await sessions.find(secretSha256))?.confirmed).toEqual(confirmed);
    });

    it('let a session do one thing: the newest one counts', async () => {
      await confirm();
      const next: StoredCode = { ...code, purpose: 'decline', sentAt: code.sentAt + minute };
      await codes.put(link, next);
      const declining = { ...confirmed, purpose: 'decline', codeSentAt: 'later' } as const;
      await codes.confirm(link, next, { secretSha256, confirmed: declining });
      expect((await sessions.find(secretSha256))?.confirmed).toEqual(declining);
    });

    it('are kept a day beyond their time, so that a late one is told from none', async () => {
      given().clock.advance(300 + 86_400 - 1);
      expect(await reserve()).toEqual({ state: 'expired' });
      given().clock.advance(1);
      expect(await reserve()).toEqual({ state: 'none' });
      expect(await codes.find(link)).toBeUndefined();
    });

    it('are still counted on the last day of the longest round', async () => {
      const sent = now();
      await codes.reserveSending(link, [], sent);
      given().clock.advance(61 * 86_400);
      expect(await codes.sendings(link)).toEqual([sent]);
    });
  });
