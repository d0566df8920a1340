import type { EnvelopeSummary, Status } from '../sender-api.ts';

/** One status of a tab, as far as it was loaded. */
export interface Run {
  readonly status: Status | undefined;
  readonly items: readonly EnvelopeSummary[];
  readonly cursor: string | undefined;
}

/**
 * The newest page anew; what is older stays as it was loaded. If so much has changed that the new page
 * does not reach back to the last look, what lies between is not known: then it alone is shown.
 */
export const merged = (before: readonly Run[], fresh: readonly Run[]): Run[] =>
  fresh.map((run, index) => {
    const earlier = before[index];
    const last = run.items.at(-1);
    const newest = earlier?.items[0];
    if (!earlier || !newest || !run.cursor || !last) return run;
    if (last.updatedAt > newest.updatedAt) return run;
    const older = earlier.items.filter(({ updatedAt }) => updatedAt < last.updatedAt);
    if (older.length === 0) return run;
    return { ...run, items: unique([...run.items, ...older]), cursor: earlier.cursor };
  });

export const unique = (items: readonly EnvelopeSummary[]): EnvelopeSummary[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];

export const sorted = (runs: readonly Run[]): EnvelopeSummary[] =>
  unique(runs.flatMap(({ items }) => items)).sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
