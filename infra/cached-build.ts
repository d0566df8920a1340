import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');

/** A build that has not been asked for in this time is of older sources. */
const STALE_MS = 24 * 3_600_000;

export interface CachedBuild {
  /** Under `dist/`. */
  readonly name: string;
  /** Node's arguments, from the root, for a build into a folder. */
  readonly command: (folder: string) => readonly string[];
  /** All that the build is made of, from the root. */
  readonly sources: readonly string[];
}

/**
 * The folder of a build, made only if a source has changed; the same sources give the same
 * bytes.
 */
export function cachedBuild(wanted: CachedBuild): string {
  const builds = join(root, 'dist', wanted.name);
  const folder = join(builds, sourcesHash(wanted.sources));
  if (existsSync(folder)) return folder;
  removeStale(builds);
  const unfinished = `${folder}.${process.pid}`;
  build(wanted, unfinished);
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
  return folder;
}

function build({ name, command }: CachedBuild, folder: string): void {
  const { status } = spawnSync(process.execPath, command(folder), {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 'inherit'],
  });
  if (status !== 0) throw new Error(`dist/${name} could not be built`);
}

function sourcesHash(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(join(root, source))))
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : [path];

function removeStale(builds: string): void {
  mkdirSync(builds, { recursive: true });
  for (const name of readdirSync(builds)) {
    const path = join(builds, name);
    if (statSync(path).mtimeMs < Date.now() - STALE_MS) rmSync(path, { recursive: true });
  }
}
