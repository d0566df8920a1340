import type { EnvelopeSummary, ListGroup } from '../sender-api.ts';

/** What a tab shows, as far as it was loaded. */
export interface Run {
  readonly group: ListGroup | undefined;
  readonly items: readonly EnvelopeSummary[];
  readonly cursor: string | undefined;
}

type Part = Pick<Run, 'items' | 'cursor'>;

/** As many as one request answers. */
export const MOST_AT_ONCE = 100;

/**
 * At least so many, if there are, page after page. Of an envelope that moves meanwhile the copy that came last
 * is kept; a search's page may be empty and others follow.
 */
export async function loadAtLeast(
  least: number,
  page: (cursor: string | undefined, limit: number) => Promise<Part>,
  from?: string,
): Promise<Part> {
  let items: readonly EnvelopeSummary[] = [];
  let cursor = from;
  do {
    const part = await page(cursor, Math.min(least - items.length, MOST_AT_ONCE));
    items = unique([...items, ...part.items]);
    cursor = part.cursor;
  } while (cursor && items.length < least);
  return { items, cursor };
}

/**
 * What was loaded anew; nothing of before is kept beside it. What has not changed stays the same object, and where
 * nothing has, `before` is the answer.
 */
export function merged(before: readonly Run[], fresh: readonly Run[]): readonly Run[] {
  const after = fresh.map((run, index) => {
    const earlier = before[index];
    return earlier ? recognised(earlier, run) : run;
  });
  return after.every((run, index) => run === before[index]) ? before : after;
}

/** With the very items of `earlier` where they are equal. */
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

/** The next part after those loaded; dropped where the list has been loaded anew and goes on elsewhere. */
export const continued = (run: Run, cursor: string | undefined, part: Part): Run =>
  run.cursor === cursor
    ? { ...run, items: unique([...run.items, ...part.items]), cursor: part.cursor }
    : run;

const isEqual = (one: EnvelopeSummary, other: EnvelopeSummary): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export const unique = (items: readonly EnvelopeSummary[]): EnvelopeSummary[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];

/** Last changed first; instants of one form are in order as texts. */
export const sorted = (runs: readonly Run[]): EnvelopeSummary[] =>
  unique(runs.flatMap(({ items }) => items)).sort((a, b) =>
    a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0,
  );
