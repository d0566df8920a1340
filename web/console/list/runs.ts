import type { EnvelopeSummary, ListGroup } from '../sender-api.ts';

/** What a tab shows, as far as it was loaded. */
export interface Run {
  readonly group: ListGroup | undefined;
  readonly items: readonly EnvelopeSummary[];
  readonly cursor: string | undefined;
}

/**
 * The newest page anew; what is older stays as it was loaded. If so much has changed that the new page
 * does not reach back to the last look, what lies between is not known: then it alone is shown. What has
 * not changed stays the same object, and where nothing has, `before` is the answer.
 */
export function merged(before: readonly Run[], fresh: readonly Run[]): readonly Run[] {
  const after = fresh.map((run, index) => {
    const earlier = before[index];
    return earlier ? recognised(earlier, reachingBack(earlier, run)) : run;
  });
  return after.every((run, index) => run === before[index]) ? before : after;
}

function reachingBack(earlier: Run, run: Run): Run {
  const last = run.items.at(-1);
  const newest = earlier.items[0];
  if (!newest || !run.cursor || !last) return run;
  if (last.updatedAt > newest.updatedAt) return run;
  const isNew = new Set(run.items.map(({ id }) => id));
  const older = earlier.items.filter(
    ({ id, updatedAt }) => updatedAt < last.updatedAt && !isNew.has(id),
  );
  if (older.length === 0) return run;
  return { ...run, items: [...run.items, ...older], cursor: earlier.cursor };
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
