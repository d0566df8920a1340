import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict } from '../../shared/domain/errors.ts';
import { chainFault, type Decision } from '../../shared/domain/ledger/ledger.ts';
import type { Ledger, LedgerHeads } from '../../shared/ports/ledger.ts';
import { draft, step } from '../fixtures/envelope-steps.ts';
import { SettableClock } from '../fixtures/memory/clock.ts';
import { FIELDS, OWNER_ACTOR } from '../fixtures/sample-envelope.ts';

interface Given {
  readonly ledger: Ledger & LedgerHeads;
}

const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
const clock = new SettableClock();

const by = () => ({ actor: OWNER_ACTOR, now: clock.now() });

const refused = (upload: string): Decision => ({
  type: 'document.refused',
  data: { upload, name: 'x', code: 'x' } as never,
});

export const ledgerContract = (given: () => Given) =>
  describe('the ledger', () => {
    let ledger: Given['ledger'];
    beforeEach(() => {
      ledger = given().ledger;
    });

    it('comes back as a whole chain, with every number as it was', async () => {
      const id = await draft({ ledger, clock, random });
      const fields = FIELDS.map((field) => ({ ...field, x: 0.1 + 0.2, width: 1 / 3, y: 1e-7 }));
      await step({ ledger, clock, random }, id, 'placed', { fields });
      const entries = await ledger.entries(id);
      expect(chainFault(entries)).toBeUndefined();
      expect(entries[1]).toMatchObject({ type: 'placed', data: { fields } });
    });

    it('is refused as unknown when there is none', async () => {
      for (const asked of [() => ledger.load('nobody'), () => ledger.entries('nobody')])
        await expect(asked()).rejects.toMatchObject({ code: 'envelope_unknown' });
      const change = ledger.change('nobody', by(), () => expect.fail('asked of none'));
      await expect(change).rejects.toMatchObject({ code: 'envelope_unknown' });
      expect(await ledger.newestSeq('nobody')).toBeUndefined();
    });

    it('lets one id begin once', async () => {
      const id = await draft({ ledger, clock, random });
      const first = (await ledger.entries(id))[0]!;
      const again = { type: 'created', data: first.data } as never;
      const later = { ...by(), now: new Date(clock.now().getTime() + 1) };
      await expect(ledger.begin(id, later, again)).rejects.toThrow(Conflict);
    });

    it('takes writers that meet one after the other, without a gap', async () => {
      const id = await draft({ ledger, clock, random });
      const writers = ['a', 'b', 'c', 'd'].map((to) =>
        ledger.change(id, by(), () => ({
          type: 'delivery.failed',
          data: { to, notice: 'notice', reason: 'x' },
        })),
      );
      await Promise.all(writers);
      const entries = await ledger.entries(id);
      expect(entries).toHaveLength(5);
      expect(chainFault(entries)).toBeUndefined();
    });

    it('decides on the newest state, so that two who may act once do not both', async () => {
      const id = await draft({ ledger, clock, random });
      const reasons: string[] = [];
      const stop = (reason: string) =>
        ledger.change(id, by(), ({ status }) => {
          if (status !== 'draft') return undefined;
          reasons.push(reason);
          return {
            type: 'voided',
            data: { reason },
          };
        });
      const states = await Promise.all([stop('one'), stop('two'), stop('three')]);
      expect(await ledger.entries(id)).toHaveLength(2);
      expect(new Set(states.map(({ head }) => head)).size).toBe(1);
    });

    it('tells where it stands without being read', async () => {
      const id = await draft({ ledger, clock, random });
      expect(await ledger.newestSeq(id)).toBe(0);
      await step({ ledger, clock, random }, id, 'placed', { fields: FIELDS });
      expect(await ledger.newestSeq(id)).toBe(1);
    });

    it('stays as it was where there is nothing to record', async () => {
      const id = await draft({ ledger, clock, random });
      const before = await ledger.load(id);
      expect(await ledger.change(id, by(), () => undefined)).toEqual(before);
      expect(await ledger.entries(id)).toHaveLength(1);
    });

    it('asks a writer that lost again, on the state after the winner’s entry', async () => {
      const id = await draft({ ledger, clock, random });
      const seen: number[] = [];
      const write = (upload: string) =>
        ledger.change(id, by(), ({ seq }) => {
          seen.push(seq);
          return refused(upload);
        });
      await Promise.all([write('one'), write('two')]);
      expect([...new Set(seen)].sort()).toEqual([0, 1]);
      expect(await ledger.newestSeq(id)).toBe(2);
    });

    it('takes once what two writers say alike of the same state', async () => {
      const id = await draft({ ledger, clock, random });
      const write = () => ledger.change(id, by(), () => refused('the same'));
      const states = await Promise.all([write(), write()]);
      expect(states.map(({ seq }) => seq)).toEqual([1, 1]);
      expect(await ledger.newestSeq(id)).toBe(1);
    });
  });
