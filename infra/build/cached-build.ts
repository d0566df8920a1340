import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Milliseconds after which an unused build is deleted as outdated. */
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
  const folder = folderOf(wanted);
  if (existsSync(folder)) return folder;
  const { unfinished, keep } = begin(folder);
  const { status } = spawnSync(process.execPath, wanted.command(unfinished), options());
  if (status !== 0) throw failed(wanted);
  keep();
  return folder;
}

/**
 * Runs the missing builds in parallel, so that `cachedBuild` finds them; `tell` gets their progress
 * lines.
 */
export async function buildAhead(
  builds: readonly CachedBuild[],
  tell: (line: string) => void,
): Promise<void> {
  const missing = builds.filter((wanted) => !existsSync(folderOf(wanted)));
  await Promise.all(missing.map((wanted) => buildOne(wanted, tell)));
}

async function buildOne(wanted: CachedBuild, tell: (line: string) => void): Promise<void> {
  tell(`Building dist/${wanted.name}, which is kept until a source changes …`);
  const { unfinished, keep } = begin(folderOf(wanted));
  const [status] = await once(
    spawn(process.execPath, wanted.command(unfinished), options()),
    'exit',
  );
  if (status !== 0) throw failed(wanted);
  keep();
}

const folderOf = ({ name, sources }: CachedBuild): string =>
  join(root, 'dist', name, sourcesHash(sources));

function begin(folder: string) {
  removeStale(dirname(folder));
  const unfinished = `${folder}.${process.pid}`;
  function keep() {
    if (existsSync(folder)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, folder);
  }
  return { unfinished, keep };
}

const options = (): { cwd: string; env: NodeJS.ProcessEnv; stdio: ['ignore', 2, 'inherit'] } => ({
  cwd: root,
  env: { ...process.env, NODE_ENV: 'production' },
  stdio: ['ignore', 2, 'inherit'],
});

const failed = ({ name }: CachedBuild) => new Error(`dist/${name} could not be built`);

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
