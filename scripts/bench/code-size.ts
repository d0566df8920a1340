import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROCESSES } from '../../infra/entries.ts';

const startsElsewhere = (path: string): boolean =>
  Object.keys(PROCESSES).some((module) => path.endsWith(`/${module}.mjs`));

const KB = 1_000;

/** All JavaScript in a function's folder, in KB, whenever it is loaded; a process that it starts counts for itself. */
export function codeSize(folder: string): number {
  const modules = readdirSync(folder)
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => join(folder, file))
    .filter((path) => !startsElsewhere(path));
  return modules.reduce((total, path) => total + statSync(path).size, 0) / KB;
}
