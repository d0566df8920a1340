import { beforeEach, describe, expect, it } from 'vitest';
import { BATCH_DAYS, type Batch, type BatchRow } from '../../shared/domain/batch/batch.ts';
import { newBatch, startedBatch } from '../../shared/domain/batch/batch-changes.ts';
import { batchIdFrom } from '../../shared/domain/batch/batch-id.ts';
import type { Batches } from '../../shared/ports/batches.ts';
import type { SettableClock } from '../fixtures/memory/clock.ts';
import { memoryPorts } from '../fixtures/memory-ports.ts';

const { random } = memoryPorts();
const RESERVED = { day: '2026-03-02', rows: 3, texts: 0 };

export const batchesContract = (given: () => { batches: Batches; clock: SettableClock }) =>
  describe('a batch', () => {
    let owner: string;
    beforeEach(() => {
      owner = `u/${batchIdFrom(random(17))}`;
    });

    async function made(seconds = 0): Promise<Batch> {
      const { batches, clock } = given();
      const batch = newBatch(
        {
          id: batchIdFrom(random(17)),
          name: 'clienti.csv',
          owner: { subject: owner, email: 'a@b.it', name: 'Anna' },
          template: { id: 't1', version: 2, name: 'Fornitura' },
          ...{ rows: 3, content: 'a'.repeat(64), reserved: RESERVED },
        },
        new Date(clock.now().getTime() + seconds * 1_000),
      );
      expect(await batches.put(batch)).toBe(true);
      return batch;
    }

    const begun = (row: number): BatchRow => ({
      ...{ row, seq: 0, state: 'begun', envelopeId: `E${row}`, attempt: 1, tries: 1 },
    });

    it('is found as it was put, as long as it is kept', async () => {
      const { batches, clock } = given();
      const batch = await made();
      expect(await batches.find(batch.id)).toEqual(batch);
      expect(await batches.find(batchIdFrom(random(17)))).toBeUndefined();
      const before = clock.now();
      clock.advance(BATCH_DAYS * 86_400);
      expect(await batches.find(batch.id)).toBeUndefined();
      expect((await batches.list({ owner, limit: 9 })).items).toEqual([]);
      clock.advance((before.getTime() - clock.now().getTime()) / 1_000);
    });

    it('is replaced by the state after it alone', async () => {
      const { batches, clock } = given();
      const batch = await made();
      const next = startedBatch(batch, RESERVED, clock.now())!;
      expect(await batches.put({ ...next, seq: 2 })).toBe(false);
      const others = ['running', 'stopped'].map((state) => ({ ...next, state }) as Batch);
      const taken = await Promise.all(others.map((other) => batches.put(other)));
      expect(taken.sort()).toEqual([false, true]);
      expect(await batches.put({ ...batch, name: 'x' })).toBe(false);
    });

    it('is listed newest first, page by page, its owner’s or everybody’s', async () => {
      const { batches } = given();
      const first = await made(1_000);
      const second = await made(2_000);
      const page = await batches.list({ owner, limit: 1 });
      expect(page.items).toEqual([second]);
      const next = await batches.list({ owner, limit: 1, cursor: page.cursor! });
      expect(next.items).toEqual([first]);
      const all = await batches.list({ limit: 100 });
      expect(all.items.map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, second.id]));
      expect((await batches.list({ owner: 'somebody else', limit: 9 })).items).toEqual([]);
      for (const cursor of ['x', page.cursor!])
        await expect(batches.list({ owner: 'z', limit: 1, cursor })).rejects.toMatchObject({
          name: 'Malformed',
        });
    });

    it('takes each row once, whoever takes it', async () => {
      const { batches } = given();
      const batch = await made();
      const rows = [begun(2), { ...begun(2), envelopeId: 'other' }];
      const taken = await Promise.all(rows.map((row) => batches.putRow(batch, row)));
      expect(taken.sort()).toEqual([false, true]);
      expect(await batches.putRow(batch, { ...begun(2), seq: 2 })).toBe(false);
    });

    it('has its own rows in order, and no other’s', async () => {
      const { batches } = given();
      const [batch, other] = [await made(), await made()];
      for (const row of [11, 2]) await batches.putRow(batch, begun(row));
      await batches.putRow(other, begun(3));
      const problem = { code: 'contact_invalid', detail: { row: 2 } } as const;
      const failed: BatchRow = { ...begun(2), seq: 1, state: 'failed', problem };
      expect(await batches.putRow(batch, failed)).toBe(true);
      expect(await batches.rows(batch.id)).toEqual([failed, begun(11)]);
      expect(await batches.find(batch.id)).toEqual(batch);
    });
  });
