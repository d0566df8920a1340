import type { EnvelopeSummary, ListGroup } from '../sender-api.ts';

/** The loaded part of a tab's list. */
export interface Run {
  readonly group: ListGroup | undefined;
  readonly items: readonly EnvelopeSummary[];
  readonly cursor: string | undefined;
}

type Part = Pick<Run, 'items' | 'cursor'>;

/** Items per request. */
export const MAX_AT_ONCE = 100;

/**
 * Loads pages until at least this many items are there, if there are. If an envelope moves between pages, its
 * latest copy is kept. A page of a search may be empty and still have successors.
 */
export async function loadAtLeast(
  least: number,
  page: (cursor: string | undefined, limit: number) => Promise<Part>,
  from?: string,
): Promise<Part> {
  let items: readonly EnvelopeSummary[] = [];
  let cursor = from;
  do {
    const part = await page(cursor, Math.min(least - items.length, MAX_AT_ONCE));
    items = unique([...items, ...part.items]);
    cursor = part.cursor;
  } while (cursor && items.length < least);
  return { items, cursor };
}

/** The reloaded list. Unchanged items keep their object identity; if nothing has changed, returns `before`. */
export function merged(before: readonly Run[], fresh: readonly Run[]): readonly Run[] {
  const after = fresh.map((run, index) => {
    const earlier = before[index];
    return earlier ? recognised(earlier, run) : run;
  });
  return after.every((run, index) => run === before[index]) ? before : after;
}

/** Replaces items that equal one of `earlier` by that object. */
function recognised(earlier: Run, run: Run): Run {
  const known = new Map(earlier.items.map((item) => [item.id, item]));
  const items = run.items.map((item) => {
    const before = known.get(item.id);
    return before && (before === item || isEqual(before, item)) ? before : item;
  });
  const isSame =
    items.length === earlier.items.length &&
    run.cursor === earlier.cursor &&
    items.every((item, index) => item === earlier.items[index]);
  return isSame ? earlier : { ...run, items };
}

/** Appends the next page; discarded if the list was reloaded meanwhile and continues elsewhere. */
export const continued = (run: Run, cursor: string | undefined, part: Part): Run =>
  run.cursor === cursor
    ? { ...run, items: unique([...run.items, ...part.items]), cursor: part.cursor }
    : run;

const isEqual = (one: EnvelopeSummary, other: EnvelopeSummary): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export const unique = (items: readonly EnvelopeSummary[]): EnvelopeSummary[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];

/** Last changed first; instants in one format sort as strings. */
export const sorted = (runs: readonly Run[]): EnvelopeSummary[] =>
  unique(runs.flatMap(({ items }) => items)).sort((a, b) =>
    a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0,
  );
