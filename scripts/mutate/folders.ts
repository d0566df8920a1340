import { globSync } from 'node:fs';

export interface Mutated {
  /** Glob patterns; those that begin with `!` exclude files. */
  readonly files: readonly string[];
  /** Tests that run in memory; for a folder that needs a service, also its contract suite. */
  readonly tests: readonly string[];
  /** Minimum score, percent. */
  readonly least: number;
}

const doors = (...names: readonly string[]) =>
  names.map((name) => `test/functions/${name}.test.ts`);
const invariants = (...numbers: readonly string[]) =>
  numbers.map((number) => `test/invariants/${number}-*.test.ts`);

/**
 * Without the random walks among the invariants (01, 05, 06, 10): they cover everything, so that each mutant
 * would run them.
 */
export const FOLDERS: Readonly<Record<string, Mutated>> = {
  domain: {
    files: ['shared/domain/**/*.ts'],
    tests: [
      'test/domain/*.test.ts',
      ...invariants('02', '04', '07', '09', '11', '12', '13'),
      ...doors('signer/*', 'sender/*', 'relay/*', 'messages/*', 'purge'),
      ...doors('intake/intake', 'seal/seal'),
    ],
    least: 90,
  },
  signer: {
    files: ['functions/signer/**/*.ts', '!functions/signer/handler.ts'],
    tests: [
      ...doors('signer/*', 'messages/copy'),
      ...invariants('02', '03', '04', '07', '09', '11'),
    ],
    least: 90,
  },
  relay: {
    files: ['functions/relay/**/*.ts', '!functions/relay/*handler.ts'],
    // What is quick stands first: it finds most before what is slow has to look.
    tests: doors(
      'relay/relay',
      'relay/events',
      'relay/passes',
      'relay/repair',
      'relay/give-up',
      'relay/*',
    ),
    least: 80,
  },
  codes: {
    files: ['shared/aws/access/**/*.ts'],
    tests: ['test/ports/access-table.test.ts'],
    least: 80,
  },
  verify: {
    files: ['shared/pdf/verify/**/*.ts'],
    tests: ['test/pdf/verify/*.test.ts', ...invariants('08')],
    least: 80,
  },
};

/** The folder of that name, restricted to `files` if given. Throws for a pattern that matches nothing. */
export function folderOf(name: string | undefined, files: readonly string[]): Mutated {
  const folder = name === undefined ? undefined : FOLDERS[name];
  if (!folder) throw new TypeError(`A folder is one of ${Object.keys(FOLDERS).join(', ')}`);
  const mutated = files.length > 0 ? { ...folder, files } : folder;
  for (const pattern of [...mutated.files, ...mutated.tests]) assertMatches(pattern);
  return mutated;
}

export function pathsOf(patterns: readonly string[]): string[] {
  const away = patterns.filter((pattern) => pattern.startsWith('!')).flatMap(matchesOf);
  const paths = patterns.filter((pattern) => !pattern.startsWith('!')).flatMap(matchesOf);
  return [...new Set(paths)].filter((path) => !away.includes(path)).sort();
}

/** The score would be that of the other patterns. */
function assertMatches(pattern: string): void {
  if (matchesOf(pattern).length === 0) throw new TypeError(`No file is matched by ${pattern}`);
}

export const matchesOf = (pattern: string): string[] =>
  globSync(pattern.replace(/^!/, ''), { cwd: new URL('../..', import.meta.url) });
