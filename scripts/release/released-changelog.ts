/** `X.Y.Z`; tags have the prefix `v`. */
const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;
const HEADING = '## [Unreleased]\n';

/**
 * The changelog with the unreleased section moved under the version. Throws if that section is empty or the
 * version exists.
 */
export function releasedChangelog(changelog: string, version: string, day: string): string {
  if (!VERSION.test(version)) throw new Error(`${version} is not a version X.Y.Z.`);
  if (changelog.includes(`## [${version}]`)) throw new Error(`${version} is released already.`);
  const [before, after] = changelog.split(HEADING);
  if (before === undefined || after === undefined) throw new Error(`No section ${HEADING}`);
  const [unreleased = ''] = after.split(/^## \[/m);
  if (!/^- /m.test(unreleased)) throw new Error('Nothing is unreleased.');
  return `${before}${HEADING}\n## [${version}] - ${day}\n${after}`;
}
