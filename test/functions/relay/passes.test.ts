import { beforeEach, describe, expect, it } from 'vitest';
import { makeSweep } from '../../../functions/relay/sweep.ts';
import type { ListedState, PassName } from '../../../shared/ports/lists.ts';
import { underWay } from '../../fixtures/envelope-steps.ts';
import { MemoryWatch } from '../../fixtures/memory/lists.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';

const DAY = 86_400;
const row = (index: number, changed: Partial<ListedState> = {}): ListedState => ({
  ...{ id: `e${index}`, status: 'signing', seq: 0, createdAt: '2026-03-02T09:00:00.000Z' },
  ...{ isCurrent: true, isNamed: true, hasWords: true, place: `p${index}` },
  ...changed,
});

/** A list as an earlier release left it. */
class EarlierList extends MemoryWatch {
  rows: readonly ListedState[] = [];
  asked: string[] = [];

  override async *regroup(after?: string): AsyncIterable<string> {
    this.asked.push(`regroup after ${after}`);
    yield* ['g1', 'g2', 'g3'];
  }

  override async *all(after?: string): AsyncIterable<ListedState> {
    this.asked.push(`all after ${after}`);
    yield* this.rows.slice(this.rows.findIndex(({ place }) => place === after) + 1);
  }

  override async *unfinished(): AsyncIterable<ListedState> {
    yield* this.rows;
  }
}

let ports: MemoryPorts;
let watch: EarlierList;
let compared: string[];
let faults: string[];
beforeEach(() => {
  ports = memoryPorts();
  watch = new EarlierList(ports.envelopes);
  compared = [];
  faults = [];
});

type HasTime = Partial<Record<PassName, () => boolean>>;
const always = () => true;

const sweep = (
  hasTime: HasTime = {},
  compare = async ({ id }: ListedState) => void compared.push(id),
) =>
  makeSweep(
    { ...ports, watch },
    {
      repair: async () => 'sound',
      compare,
      onFault: (id) => faults.push(id),
      hasTime: { overdue: always, regroup: always, words: always, compare: always, ...hasTime },
    },
  )();

describe('the groups of rows of an earlier release', () => {
  it('are written once', async () => {
    await sweep();
    await sweep();
    expect(watch.asked.filter((one) => one.startsWith('regroup'))).toEqual([
      'regroup after undefined',
    ]);
    expect(watch.passes.get('regroup')).toEqual({
      ...{ startedAt: ports.clock.now().toISOString(), isOver: true },
    });
  });

  it('are written on from where the time was over', async () => {
    let questions = 0;
    await sweep({ regroup: () => ++questions < 2 });
    expect(watch.passes.get('regroup')).toMatchObject({ after: 'g2' });
    expect(watch.passes.get('regroup')?.isOver).toBeUndefined();
    await sweep();
    expect(watch.asked).toContain('regroup after g2');
    expect(watch.passes.get('regroup')?.isOver).toBe(true);
  });
});

describe('the words of rows of an earlier release', () => {
  beforeEach(() => {
    watch.rows = Array.from({ length: 25 }, (_, index) =>
      row(index, { hasWords: index % 2 === 0 }),
    );
    // The daily comparison is over.
    watch.passes.set('compare', { startedAt: ports.clock.now().toISOString(), isOver: true });
  });

  it('are written of those alone that have none, and once', async () => {
    await sweep();
    await sweep();
    expect(compared).toEqual(watch.rows.filter(({ hasWords }) => !hasWords).map(({ id }) => id));
    expect(watch.passes.get('words')?.isOver).toBe(true);
    expect(watch.asked.filter((one) => one.startsWith('all'))).toEqual(['all after undefined']);
  });

  it('are written on from where the time was over', async () => {
    await sweep({ words: () => false });
    expect(compared).toHaveLength(5);
    expect(watch.passes.get('words')).toMatchObject({ after: 'p9' });
    await sweep();
    expect(watch.asked).toContain('all after p9');
    expect(compared).toHaveLength(12);
  });

  it('make a row due whose ledger cannot be read, and tell of it', async () => {
    const id = await underWay(ports);
    watch.rows = [row(0, { id, hasWords: false })];
    const made: string[] = [];
    watch.makeDue = async (each) => void made.push(each);
    await sweep({}, () => Promise.reject(new Error('unreadable')));
    expect([made, faults]).toEqual([[id], [id]]);
  });
});

describe('a pass that is over', () => {
  function over(name: PassName): void {
    watch.passes.set(name, { startedAt: '2026-01-01T09:00:00.000Z', isOver: true });
  }
  const isOver = (name: PassName) => watch.passes.get(name)?.isOver;

  it.each([
    ['regroup', 'words', { isCurrent: false }],
    ['words', 'regroup', { hasWords: false }],
  ] as const)(
    'begins again for rows that an earlier release wrote since: %s',
    async (name, other, state) => {
      for (const each of ['regroup', 'words'] as const) over(each);
      watch.rows = [row(0), row(1, state)];
      await sweep();
      expect(watch.passes.get(name)).toEqual({ startedAt: ports.clock.now().toISOString() });
      expect(isOver(other)).toBe(true);
      ports.clock.advance(DAY);
      watch.rows = [row(0)];
      await sweep();
      expect(isOver(name)).toBe(true);
    },
  );

  it('that never began, or still goes on, is left as it is', async () => {
    over('words');
    const state = { startedAt: '2026-01-01T09:00:00.000Z', after: 'g1' };
    watch.passes.set('regroup', state);
    watch.rows = [row(0, { isCurrent: false })];
    await sweep({ regroup: () => false });
    expect(watch.passes.get('regroup')).toEqual({ ...state, after: 'g1' });
  });

  it('compares on from where the time was over', async () => {
    watch.rows = Array.from({ length: 12 }, (_, index) => row(index));
    await sweep({ compare: () => false });
    expect(watch.passes.get('compare')).toMatchObject({ after: 'p9' });
  });
});
