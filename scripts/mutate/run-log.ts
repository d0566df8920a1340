import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** What happened in a run, a JSON line each, from which it is taken up again and the score is told. */
export type Line =
  /** How often a test came by each of these mutants. */
  | { readonly reaching: string; readonly hits: Readonly<Record<string, number>> }
  /** Mutants that were come by outside of a test: while a module was loaded, or before all tests of a file. */
  | { readonly loading: readonly string[] }
  | { readonly trying: string }
  | { readonly found: string; readonly by: string }
  | { readonly finished: string }
  /** A test that failed with the code as it is, at first or repeated. */
  | { readonly unsound: string };

export const writeLine = (path: string, line: Line): void =>
  appendFileSync(path, `${JSON.stringify(line)}\n`);

export function readLines(path: string): Line[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
}

/** What a run that hung was trying: the last line, if it is one of those. */
export function lastTried(lines: readonly Line[]): string | undefined {
  const last = lines.at(-1);
  return last && 'trying' in last ? last.trying : undefined;
}
