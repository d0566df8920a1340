import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releasedChangelog } from './release/released-changelog.ts';

/**
 * `npm run release -- X.Y.Z`: records this version's stored data, updates CHANGELOG.md and both package.json, commits
 * and tags. Pushes nothing. See docs/released.md.
 */
const root = join(import.meta.dirname, '..');
const changelog = join(root, 'CHANGELOG.md');
const [version = ''] = process.argv.slice(2);

function run(command: string, ...given: readonly string[]): void {
  execFileSync(command, given, { cwd: root, stdio: 'inherit' });
}
const git = (...given: readonly string[]): string =>
  execFileSync('git', given, { cwd: root, encoding: 'utf8' }).trim();

const day = new Date().toISOString().slice(0, 10);

try {
  const text = releasedChangelog(readFileSync(changelog, 'utf8'), version, day);
  if (git('status', '--porcelain')) throw new Error('There are uncommitted changes.');
  if (git('tag', '--list', `v${version}`)) throw new Error(`There is a tag v${version} already.`);
  run('npm', 'run', 'record-released', `${version}-${git('rev-parse', '--short=7', 'HEAD')}`);
  run('npm', 'version', version, '--no-git-tag-version', '--allow-same-version');
  run(
    'npm',
    'version',
    version,
    '--no-git-tag-version',
    '--allow-same-version',
    '--prefix',
    'client',
  );
  writeFileSync(changelog, text);
  run('git', 'add', '--all');
  run('git', 'commit', '--quiet', '--message', `Release ${version}`);
  run('git', 'tag', '--annotate', `v${version}`, '--message', `Release ${version}`);
  console.log('Look at it (git show --stat), then: git push --follow-tags');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
