import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROCESSES } from '../../infra/build/entries.ts';

const startsElsewhere = (path: string): boolean =>
  Object.keys(PROCESSES).some((module) => path.endsWith(`/${module}.mjs`));

const KB = 1_000;

/**
 * All JavaScript in a function's folder, in KB, including chunks loaded later; code for a child process is
 * counted separately.
 */
export function codeSize(folder: string): number {
  const modules = readdirSync(folder)
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => join(folder, file))
    .filter((path) => !startsElsewhere(path));
  return modules.reduce((total, path) => total + statSync(path).size, 0) / KB;
}

const STATIC_IMPORT = /(?:from|import)\s*["']\.\/([\w.-]+\.mjs)["']/g;

/** Modules read at a cold start: the entry and its static imports. */
export function readAtStart(folder: string, entry = 'index.mjs', known = new Set<string>()) {
  if (known.has(entry)) return known;
  known.add(entry);
  for (const [, name = ''] of readFileSync(join(folder, entry), 'utf8').matchAll(STATIC_IMPORT))
    readAtStart(folder, name, known);
  return known;
}

export const startSize = (folder: string): number =>
  [...readAtStart(folder)].reduce((total, name) => total + statSync(join(folder, name)).size, 0) /
  KB;
