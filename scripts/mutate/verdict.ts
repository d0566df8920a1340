import type { Mutant } from './instrument.ts';
import type { Line } from './run-log.ts';

export interface Verdict {
  /** Percent of those that tests could judge. */
  readonly score: number;
  readonly found: readonly Mutant[];
  readonly alive: readonly Mutant[];
  /** Reached only while a module was loaded, which every test would have to judge: not counted. */
  readonly onlyLoaded: readonly Mutant[];
  /** Tests that failed with the code as it is, at first or repeated: what they found counts for nothing. */
  readonly unsound: readonly string[];
}

export function verdictOf(mutants: readonly Mutant[], lines: readonly Line[]): Verdict {
  const unsound = new Set(lines.flatMap((line) => ('unsound' in line ? [line.unsound] : [])));
  const foundIds = new Set(
    lines.flatMap((line) => ('found' in line && !unsound.has(line.by) ? [line.found] : [])),
  );
  const reached = new Set(
    lines.flatMap((line) => ('reaching' in line ? Object.keys(line.hits) : [])),
  );
  const loaded = new Set(lines.flatMap((line) => ('loading' in line ? line.loading : [])));
  const found = mutants.filter(({ id }) => foundIds.has(id));
  const others = mutants.filter(({ id }) => !foundIds.has(id));
  const isOnlyLoaded = ({ id }: Mutant) => loaded.has(id) && !reached.has(id);
  const alive = others.filter((mutant) => !isOnlyLoaded(mutant));
  return {
    score: (100 * found.length) / Math.max(1, found.length + alive.length),
    found,
    alive,
    onlyLoaded: others.filter(isOnlyLoaded),
    unsound: [...unsound],
  };
}
