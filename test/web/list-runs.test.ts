import { expect, test } from 'vitest';
import { merged, type Run } from '../../web/console/list/runs.ts';

/** Envelopes last changed at these minutes, newest first; the older ones are on further pages. */
const run = (minutes: readonly number[], cursor?: string): Run => ({
  group: undefined,
  cursor,
  items: minutes.map((minute) => ({
    id: `e${minute}`,
    title: '',
    status: 'draft',
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z`,
    waitingFor: [],
    parties: [],
  })),
});
const idsOf = (runs: readonly Run[]) => runs[0]?.items.map(({ id }) => id);

test('a list that is looked at again keeps what was loaded beyond its first page', () => {
  const after = merged([run([9, 8, 7, 6, 5], 'beyond 5')], [run([10, 9, 8], 'beyond 8')]);
  expect(idsOf(after)).toEqual(['e10', 'e9', 'e8', 'e7', 'e6', 'e5']);
  expect(after[0]?.cursor).toBe('beyond 5');
});

test('what has changed beyond the first page is shown as it is now, where it belongs now', () => {
  const [changed] = run([10]).items.map((item) => ({ ...item, id: 'e5', title: 'changed' }));
  const fresh = { ...run([9, 8], 'beyond 8'), items: [changed!, ...run([9, 8]).items] };
  const after = merged([run([9, 8, 7, 6, 5], 'beyond 5')], [fresh]);
  expect(idsOf(after)).toEqual(['e5', 'e9', 'e8', 'e7', 'e6']);
  expect(after[0]?.items[0]).toEqual(changed);
});

test('it has no hole where more came at once than a page holds', () => {
  const after = merged([run([9, 8, 7])], [run([20, 19, 18], 'beyond 18')]);
  expect(idsOf(after)).toEqual(['e20', 'e19', 'e18']);
  expect(after[0]?.cursor).toBe('beyond 18');
});

test('what has not changed stays the same object: nothing is drawn anew for it', () => {
  const before = [run([9, 8, 7, 6], 'beyond 6')];
  expect(merged(before, [run([9, 8, 7], 'beyond 7')])).toBe(before);
  const [after] = merged(before, [run([10, 9, 8], 'beyond 8')]);
  expect(after?.items[1]).toBe(before[0]?.items[0]);
  expect(after?.items.at(-1)).toBe(before[0]?.items.at(-1));
});
