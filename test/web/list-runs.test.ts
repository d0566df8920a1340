import { expect, test } from 'vitest';
import { continued, loadAtLeast, merged, type Run } from '../../web/console/list/runs.ts';

type Item = Run['items'][number];

const item = (minute: number, more: Partial<Item> = {}): Item => ({
  id: `e${minute}`,
  title: '',
  status: 'draft',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z`,
  waitingFor: [],
  parties: [],
  ...more,
});
/** Envelopes changed at these minutes, newest first. */
const run = (minutes: readonly number[], cursor?: string): Run => ({
  group: undefined,
  cursor,
  items: minutes.map((minute) => item(minute)),
});
const idsOf = (items: readonly Item[] | undefined) => items?.map(({ id }) => id);

/** A paginated list whose cursor is a position in it. */
function pagesOf(items: readonly Item[], asked: number[] = []) {
  async function page(cursor: string | undefined, limit: number) {
    asked.push(limit);
    const from = Number(cursor ?? 0);
    const next = from + limit;
    return {
      items: items.slice(from, next),
      cursor: next < items.length ? String(next) : undefined,
    };
  }
  return page;
}

test('as much is loaded again as was shown, a hundred at once', async () => {
  const asked: number[] = [];
  const items = Array.from({ length: 300 }, (_, n) => item(n));
  const { items: again, cursor } = await loadAtLeast(230, pagesOf(items, asked));
  expect(again).toHaveLength(230);
  expect(cursor).toBe('230');
  expect(asked).toEqual([100, 100, 30]);
});

test('an empty page with a cursor is no end: nothing is found only where nothing follows', async () => {
  const pages: Record<string, { items: Item[]; cursor: string | undefined }> = {
    first: { items: [], cursor: 'second' },
    second: { items: [], cursor: 'third' },
    third: { items: [item(1)], cursor: undefined },
  };
  const { items } = await loadAtLeast(25, async (cursor = 'first') => pages[cursor]!);
  expect(idsOf(items)).toEqual(['e1']);
});

test('what left the list beyond its first page, or changed there, is not kept as it was', () => {
  const before = [run([9, 8, 7, 6, 5], 'beyond 5')];
  const fresh = {
    ...run([9, 8], 'beyond 5'),
    items: [item(9), item(8), item(6, { status: 'purged' }), item(5)],
  };
  const [after] = merged(before, [fresh]);
  expect(after?.items.map(({ id, status }) => [id, status])).toEqual([
    ['e9', 'draft'],
    ['e8', 'draft'],
    ['e6', 'purged'],
    ['e5', 'draft'],
  ]);
});

test('of an envelope that comes twice the copy that was read last is shown', async () => {
  const pages = [
    { items: [item(9), item(8)], cursor: 'next' },
    { items: [item(7), item(9, { updatedAt: '2026-01-01T00:06:00Z', status: 'purged' })] },
  ] as { items: Item[]; cursor: string | undefined }[];
  const { items } = await loadAtLeast(4, async () => pages.shift()!);
  expect(items.filter(({ id }) => id === 'e9').map(({ status }) => status)).toEqual(['purged']);
});

test('a further page comes after what was shown when it was asked for, or not at all', () => {
  const part = { items: [item(6)], cursor: undefined };
  expect(idsOf(continued(run([8, 7], 'beyond 7'), 'beyond 7', part).items)).toEqual([
    ...['e8', 'e7', 'e6'],
  ]);
  const meanwhile = run([9, 8], 'beyond 8');
  expect(continued(meanwhile, 'beyond 7', part)).toBe(meanwhile);
});

test('what has not changed stays the same object: nothing is drawn anew for it', () => {
  const before = [run([9, 8, 7, 6], 'beyond 6')];
  expect(merged(before, [run([9, 8, 7, 6], 'beyond 6')])).toBe(before);
  const [after] = merged(before, [run([10, 9, 8, 7], 'beyond 7')]);
  expect(after?.items[1]).toBe(before[0]?.items[0]);
  expect(after?.items.at(-1)).toBe(before[0]?.items[2]);
});
