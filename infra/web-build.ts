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
const builds = join(root, 'dist', 'web');

/** All that the pages are made of. */
const SOURCES = ['web', 'shared', 'vite.config.ts', 'package-lock.json'];

/** A build that has not been asked for in this time is of older sources. */
const STALE_MS = 24 * 3_600_000;

/**
 * The folder of the built pages: `pages/` (each page by its name, without an ending) and `assets/`
 * (everything else, each file named after its content). Built only if a source has changed; the same
 * sources give the same bytes.
 */
export function webBuild(): string {
  const folder = join(builds, sourcesHash());
  if (existsSync(folder)) return folder;
  removeStale();
  const unfinished = `${folder}.${process.pid}`;
  build(unfinished);
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
  return folder;
}

function build(folder: string): void {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--outDir', folder, '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 'inherit'],
  });
  if (status !== 0) throw new Error('The pages could not be built');
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesIn(join(root, source))))
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : [path];

function removeStale(): void {
  mkdirSync(builds, { recursive: true });
  for (const name of readdirSync(builds)) {
    const path = join(builds, name);
    if (statSync(path).mtimeMs < Date.now() - STALE_MS) rmSync(path, { recursive: true });
  }
}
