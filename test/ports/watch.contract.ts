import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { envelopeIdFrom } from '../../shared/domain/envelope/envelope-id.ts';
import { summaryOf } from '../../shared/domain/envelope/summary.ts';
import type { Envelopes, ListRow, Watch } from '../../shared/ports/lists.ts';
import { draft } from '../fixtures/envelope-steps.ts';
import type { SettableClock } from '../fixtures/memory/clock.ts';
import { memoryPorts } from '../fixtures/memory-ports.ts';

interface Given {
  readonly envelopes: Envelopes;
  readonly watch: Watch;
  readonly clock: SettableClock;
}

let sample: ReturnType<typeof summaryOf>;
beforeAll(async () => {
  const ports = memoryPorts();
  sample = summaryOf(await ports.ledger.load(await draft(ports)));
});

/** `empty` creates an empty list. */
export const watchContract = (empty: () => Promise<Given>) =>
  describe('the watch', () => {
    const rowOf = (more: Partial<ListRow> = {}): ListRow => ({
      ...sample,
      id: envelopeIdFrom(new Uint8Array(randomBytes(17))),
      status: 'signing',
      owner: 'giulia',
      seq: 5,
      words: [],
      ...more,
    });
    const at = (time: string) => `2026-03-05T${time}:00.000Z`;

    async function due({ watch }: Given, instant: string): Promise<string[]> {
      const found: string[] = [];
      for await (const { dueAt } of watch.overdue(instant)) found.push(dueAt.slice(11, 16));
      return found;
    }

    async function unfinished({ watch }: Given, after?: string) {
      const found: { id: string; place: string }[] = [];
      for await (const { id, place } of watch.unfinished(after)) found.push({ id, place });
      return found;
    }

    it('finds what is due, longest due first, and nothing else', async () => {
      const given = await empty();
      for (const time of ['12:30', '09:10', '10:05', '09:40', '11:00', '08:00'])
        await given.envelopes.put(rowOf({ dueAt: at(time) }));
      await given.envelopes.put(rowOf({ status: 'draft' }));
      expect(await due(given, at('11:00'))).toEqual(['08:00', '09:10', '09:40', '10:05', '11:00']);
    });

    it('has an envelope looked at earlier, never later, and only one of the list', async () => {
      const given = await empty();
      const [never, late] = [rowOf({ status: 'draft' }), rowOf({ dueAt: at('12:00') })];
      for (const row of [never, late]) await given.envelopes.put(row);
      for (const id of [never.id, late.id, 'UNKNOWN']) await given.watch.makeDue(id, at('10:00'));
      await given.watch.makeDue(late.id, at('11:00'));
      expect(await due(given, at('23:00'))).toEqual(['10:00', '10:00']);
    });

    it('goes through all that is unfinished, from any place on, each once', async () => {
      const given = await empty();
      const statuses = ['draft', 'signing', 'completed', 'failed', 'purged', 'signing'] as const;
      const rows = statuses.map((status) => rowOf({ status }));
      for (const row of rows) await given.envelopes.put(row);
      const all = await unfinished(given);
      const live = rows.filter(({ status }) => status !== 'purged').map(({ id }) => id);
      expect(all.map(({ id }) => id).sort()).toEqual(live.sort());
      expect(await unfinished(given, all[2]!.place)).toEqual(all.slice(3));
      expect(await unfinished(given, all[4]!.place)).toEqual([]);
    });

    it('passes over what is past its end', async () => {
      const given = await empty();
      const now = given.clock.now().getTime() / 1000;
      await given.envelopes.put(rowOf({ status: 'draft', expiresAt: now + 10 }));
      expect(await unfinished(given)).toHaveLength(1);
      given.clock.advance(10);
      expect(await unfinished(given)).toEqual([]);
    });

    it('remembers where a pass stands, each by its name', async () => {
      const { watch } = await empty();
      const state = { startedAt: at('10:00'), after: 'x' };
      await watch.savePass('compare', state);
      expect(await watch.pass('compare')).toEqual(state);
      expect(await watch.pass('regroup')).toBeUndefined();
    });
  });
