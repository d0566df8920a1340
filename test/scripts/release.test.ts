import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { releasedChangelog } from '../../scripts/release/released-changelog.ts';

const CHANGELOG = `# Changelog

## [Unreleased]

### Added

- One more thing.

## [0.1.0] - 2026-11-01

- All.
`;

it('gives what is unreleased the version and its day, and leaves room for what comes', () => {
  expect(releasedChangelog(CHANGELOG, '0.2.0', '2026-12-01')).toBe(
    CHANGELOG.replace('## [Unreleased]\n', '## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n'),
  );
});

it.each([
  ['what is no version', CHANGELOG, '0.2', /not a version/],
  ['a tag’s name', CHANGELOG, 'v0.2.0', /not a version/],
  ['a version that was released', CHANGELOG, '0.1.0', /released already/],
  ['nothing', CHANGELOG.replace('- One more thing.', ''), '0.2.0', /Nothing is unreleased/],
  ['a changelog of another form', '# Changelog\n', '0.2.0', /No section/],
])('releases no such thing: %s', (_, changelog, version, why) => {
  expect(() => releasedChangelog(changelog, version, '2026-12-01')).toThrow(why);
});

it('understands the changelog that there is', () => {
  const changelog = readFileSync(join(import.meta.dirname, '..', '..', 'CHANGELOG.md'), 'utf8');
  expect(() => releasedChangelog(changelog, '99.0.0', '2026-12-01')).not.toThrow();
});
