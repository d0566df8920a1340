import { randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ListGroup } from '../../shared/domain/envelope/list-group.ts';
import { readingsOf } from '../../shared/domain/envelope/search-words.ts';
import { summaryOf } from '../../shared/domain/envelope/summary.ts';
import type { Envelopes, ListRow } from '../../shared/ports/lists.ts';
import { draft } from '../fixtures/envelope-steps.ts';
import type { SettableClock } from '../fixtures/memory/clock.ts';
import { memoryPorts } from '../fixtures/memory-ports.ts';

interface Given {
  readonly envelopes: Envelopes;
  readonly clock: SettableClock;
}

const hex = () => randomBytes(32).toString('hex');

let sample: ReturnType<typeof summaryOf>;
beforeAll(async () => {
  const ports = memoryPorts();
  sample = summaryOf(await ports.ledger.load(await draft(ports)));
});

export const envelopesContract = (given: () => Given) =>
  describe('the list', () => {
    let envelopes: Envelopes;
    beforeEach(() => {
      envelopes = given().envelopes;
    });

    async function put(
      owner: string,
      minute: number,
      seq = 0,
      id = hex(),
      more: Partial<ListRow> = {},
    ) {
      const updatedAt = `2026-03-02T10:${String(minute).padStart(2, '0')}:00.000Z`;
      await envelopes.put({ ...sample, id, updatedAt, owner, seq, words: [], ...more });
      return id;
    }

    it('comes last changed first, page by page, without a double or a gap', async () => {
      const owner = hex();
      for (const minute of [3, 1, 5, 2, 4]) await put(owner, minute);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await envelopes.list({ owner, limit: 2, ...(cursor && { cursor }) });
        seen.push(...page.items.map(({ updatedAt }) => updatedAt.slice(14, 16)));
        cursor = page.cursor;
      } while (cursor);
      expect(seen).toEqual(['05', '04', '03', '02', '01']);
    });

    it('has no cursor after a last page that is full', async () => {
      const owner = hex();
      for (const minute of [1, 2]) await put(owner, minute);
      expect((await envelopes.list({ owner, limit: 2 })).cursor).toBeUndefined();
    });

    it('selects by owner and status together', async () => {
      const owner = hex();
      const id = await put(owner, 1);
      await put(hex(), 2);
      const drafts = await envelopes.list({ owner, status: 'draft', limit: 5 });
      expect(drafts.items.map((item) => item.id)).toEqual([id]);
      expect((await envelopes.list({ owner, status: 'signing', limit: 5 })).items).toEqual([]);
    });

    it('selects what waits for its owner, page by page, in any order of the name’s words', async () => {
      const owner = hex();
      const ownedBy = { subject: owner, email: 'e@rossi.example', name: 'Elena Rossi' };
      const waits = (waitingFor: readonly string[]) =>
        ({ status: 'signing', ownedBy, waitingFor: [...waitingFor] }) satisfies Partial<ListRow>;
      const mine = [await put(owner, 1, 0, hex(), waits(['Rossi, Elena']))];
      await put(owner, 2, 0, hex(), waits(['Marco Verdi']));
      mine.push(await put(owner, 3, 0, hex(), waits(['Marco Verdi', 'Elena Rossi'])));
      await put(owner, 4, 0, hex(), { ...waits(['Elena Rossi']), ownedBy: { subject: owner } });
      const asked = { owner, group: 'waiting', waitsForOwner: true, limit: 1 } as const;
      const first = await envelopes.list(asked);
      const second = await envelopes.list({ ...asked, cursor: first.cursor! });
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(mine.reverse());
      expect(second.cursor).toBeUndefined();
      const { waitsForOwner: _, ...others } = asked;
      await expect(envelopes.list({ ...others, cursor: first.cursor! })).rejects.toMatchObject({
        name: 'Malformed',
      });
    });

    it('refuses a cursor of another list, and what is none', async () => {
      const owner = hex();
      for (const minute of [1, 2]) await put(owner, minute);
      const { cursor } = await envelopes.list({ owner, limit: 1 });
      const malformed = { name: 'Malformed' };
      const foreign = envelopes.list({ owner: hex(), limit: 1, cursor: cursor! });
      await expect(foreign).rejects.toMatchObject(malformed);
      await expect(envelopes.list({ owner, limit: 1, cursor: 'x' })).rejects.toMatchObject(
        malformed,
      );
    });

    it('is not put back by an older state', async () => {
      const owner = hex();
      const id = await put(owner, 5, 7);
      await put(owner, 1, 6, id);
      const { items } = await envelopes.list({ owner, limit: 5 });
      expect(items.map(({ updatedAt }) => updatedAt)).toEqual(['2026-03-02T10:05:00.000Z']);
      expect(items[0]).not.toHaveProperty('owner');
    });

    it('is selected by group, whatever the status within it', async () => {
      const owner = hex();
      const ids = await Promise.all(
        (['preparing', 'signing', 'signed', 'draft', 'voided'] as const).map((status, n) =>
          put(owner, n, 0, hex(), { status }),
        ),
      );
      const inGroup = async (group: ListGroup) =>
        (await envelopes.list({ owner, group, limit: 5 })).items.map(({ id }) => id);
      expect(await inGroup('waiting')).toEqual(ids.slice(0, 3).reverse());
      expect(await inGroup('draft')).toEqual([ids[3]]);
      expect(await inGroup('stopped')).toEqual([ids[4]]);
      expect(await inGroup('done')).toEqual([]);
    });

    const found = async (search: string, more: { owner?: string; group?: ListGroup } = {}) =>
      (await envelopes.search({ readings: readingsOf(search), limit: 5, ...more })).items.map(
        ({ id }) => id,
      );

    it('finds by any of its words those of whoever is asked for, and everyone’s, begun last first', async () => {
      const [anna, berta] = [hex(), hex()];
      const mark = hex().slice(0, 20);
      const begun = (hour: number) => ({ createdAt: `2026-03-02T0${hour}:00:00.000Z` });
      const words = [mark, 'contratto'];
      const one = await put(anna, 9, 0, hex(), { words, ...begun(1) });
      const two = await put(anna, 8, 0, hex(), { words, ...begun(2), status: 'signing' });
      const three = await put(berta, 7, 0, hex(), { words, ...begun(3) });
      await put(anna, 6, 0, hex(), { words: ['contratto'] });
      const half = mark.slice(0, 12);
      expect(await found(`${half} CÒN`)).toEqual([three, two, one]);
      expect(await found(half, { owner: anna })).toEqual([two, one]);
      expect(await found(half, { owner: anna, group: 'waiting' })).toEqual([two]);
      expect(await found(`${half} nobody`)).toEqual([]);
    });

    it('finds page by page, without a double or a gap', async () => {
      const owner = hex();
      const words = ['ordine', 'ordini', 'x2026'];
      for (const minute of [3, 1, 5, 2, 4]) await put(owner, minute, 0, hex(), { words });
      const query = { owner, readings: readingsOf('ordin'), limit: 2 };
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await envelopes.search({ ...query, ...(cursor && { cursor }) });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.cursor;
      } while (cursor);
      expect(new Set(seen).size).toBe(5);
      expect(seen).toHaveLength(5);
      const first = await envelopes.search(query);
      const other = { ...query, readings: readingsOf('2026'), cursor: first.cursor! };
      await expect(envelopes.search(other)).rejects.toMatchObject({ name: 'Malformed' });
    });

    it('finds by the words of now, whoever’s it is now, and by none of before', async () => {
      const [anna, berta] = [hex(), hex()];
      const id = await put(anna, 1, 1, hex(), { words: ['alfa', 'beta', 'gamma'] });
      await put(anna, 2, 2, id, { words: ['delta'] });
      await put(anna, 1, 1, id, { words: ['alfa', 'beta', 'gamma'] });
      for (const [word, expected] of [
        ['alfa', []],
        ['gamma', []],
        ['delta', [id]],
      ] as const)
        expect(await found(word, { owner: anna })).toEqual(expected);
      await put(berta, 3, 3, id, { words: ['delta'] });
      expect(await found('delta', { owner: anna })).toEqual([]);
      expect(await found('delta', { owner: berta })).toEqual([id]);
    });

    it('holds an envelope up to its end, and from then on no more', async () => {
      const owner = hex();
      const expiresAt = given().clock.now().getTime() / 1000 + 10;
      await put(owner, 1, 0, hex(), { expiresAt });
      const count = async () => (await envelopes.list({ owner, limit: 5 })).items.length;
      given().clock.advance(9);
      expect(await count()).toBe(1);
      given().clock.advance(1);
      expect(await count()).toBe(0);
    });

    it('says nothing of an envelope but its summary', async () => {
      const owner = hex();
      await put(owner, 1, 3, hex(), {
        dueAt: '2026-03-05T12:00:00.000Z',
        expiresAt: 9_999_999_999,
      });
      const { items } = await envelopes.list({ owner, limit: 1 });
      const added = ['owner', 'seq', 'dueAt', 'expiresAt'];
      expect(Object.keys(items[0]!).filter((name) => added.includes(name))).toEqual([]);
    });
  });
