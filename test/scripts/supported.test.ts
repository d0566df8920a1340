import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildTargets, SUPPORTED_BROWSERS } from '../../infra/build/supported-browsers.ts';
import { verifyBuild, webBuild } from '../../infra/build/web-build.ts';
import { judgeBuilds } from '../../scripts/supported/build-features.ts';
import { missingInScript } from '../../scripts/supported/script-features.ts';
import { missingInStyle } from '../../scripts/supported/style-features.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'sigillo-supported-'));
afterAll(() => rmSync(folder, { recursive: true }));

const featuresOf = (found: readonly { feature: string }[]) => found.map(({ feature }) => feature);

it('the built pages and their workers use nothing that a supported browser lacks', () => {
  const builds = [webBuild(), verifyBuild()].map((build) => join(build, 'assets'));
  expect(judgeBuilds(builds)).toEqual({ missing: [], idle: [] });
});

it('the list reaches back to the promised versions, and the builder is given them', () => {
  const oldest = Object.fromEntries(SUPPORTED_BROWSERS.map(({ name, version }) => [name, version]));
  expect(oldest).toMatchObject({ safari: '17.0', ios_saf: '17.0', firefox: '128', chrome: '111' });
  expect(oldest).toMatchObject({ edge: '111', samsung: '22.0', android: '111' });
  expect(buildTargets()).toEqual(['chrome111', 'edge111', 'firefox128', 'safari17.0', 'ios17.0']);
});

describe('a script', () => {
  it.each([
    ['a global of the language', 'new Float16Array(1)', 'Float16Array'],
    ['a global of the web', 'new CookieStoreManager()', 'CookieStoreManager'],
    ['a function of the window', 'requestIdleCallback(() => {})', 'requestIdleCallback'],
    [
      'the same by the window',
      'window.requestIdleCallback(() => {})',
      'window.requestIdleCallback',
    ],
    ['a static function', 'Promise.try(() => {})', 'Promise.try'],
    ['a static function of the web', 'AbortSignal.any([])', 'AbortSignal.any'],
    ['a method', 'a.union(b)', 'Set.union'],
    ['a method of a prototype', 'Map.prototype.getOrInsert', 'Map.getOrInsert'],
    ['a property of an element', 'a.showPicker(); a.moveBefore(b, c)', 'Document.moveBefore'],
    ['a property by its text', "a['toHex']()", 'Uint8Array.toHex'],
    [
      'a property of the document',
      'document.startViewTransition()',
      'document.startViewTransition',
    ],
    ['a property of the navigator', 'navigator.gpu.requestAdapter()', 'navigator.gpu'],
  ])('is refused for %s', (_, source, feature) => {
    expect(featuresOf(missingInScript(source))).toContain(feature);
    expect(missingInScript(source)[0]?.lackedBy).not.toEqual([]);
  });

  it.each(['using a = b();', 'const a = /[a&&b]/v;', 'import a from "a" with { type: "json" };'])(
    'is refused for the syntax of %s',
    (source) => {
      expect(featuresOf(missingInScript(source))).toEqual([expect.stringMatching(/^syntax of/)]);
    },
  );

  it.each([
    ['what all have', 'structuredClone([1].at(-1)); a?.b ?? [].toSorted().findLast(c)'],
    ['what it names itself', 'class A { union() {} } new A().union(); const Float16Array = 1;'],
    ['what it provides', "provide(Set.prototype, 'union', f); a.union(b)"],
    ['what it calls only where it is', 'a.union?.(b); typeof Float16Array'],
    ['what has a name like it', 'a.any(b); [1].map(c); c.catch(d)'],
  ])('may use %s', (_, source) => {
    expect(missingInScript(source)).toEqual([]);
  });
});

describe('a style sheet', () => {
  it.each([
    ['a property', 'a { anchor-name: --b }', 'anchor-name'],
    ['a value', 'a { float: inline-start }', 'float: inline-start'],
    ['a function', 'a { color: light-dark(red, blue) }', 'light-dark()'],
    ['a unit', 'a { width: 1rcap }', '1rcap'],
    ['a selector', 'a:open { color: red }', ':open'],
    ['an at-rule', '@starting-style { a { color: red } }', '@starting-style'],
    ['nested rules', 'a { b { color: red } }', 'nesting'],
    [
      'a media feature',
      '@media (inverted-colors) { a { color: red } }',
      '@media (inverted-colors)',
    ],
  ])('is refused for %s', (_, source, feature) => {
    expect(featuresOf(missingInStyle(source))).toContain(feature);
  });

  it.each([
    [
      'what all have',
      '@media (width >= 40rem) { a:has(b) { inset: 0 1dvh; color: color-mix(in srgb, red, blue) } }',
    ],
    ['what stands behind a question', '@supports (anchor-name: --b) { a { anchor-name: --b } }'],
    ['what has another value to fall back on', 'a { color: red; color: light-dark(red, blue) }'],
    ['what it says with a prefix too', 'a { -webkit-user-select: none; user-select: none }'],
  ])('may use %s', (_, source) => {
    expect(missingInStyle(source)).toEqual([]);
  });
});

it('a file of a build is named with what it uses, and an exemption that exempts nothing', () => {
  writeFileSync(join(folder, 'a-1.js'), 'a.union(b)');
  writeFileSync(join(folder, 'b-1.js'), 'a.union(b)');
  const union = { file: 'a', feature: 'Set.union', reason: 'asked' };
  const idle = { feature: 'Promise.try', reason: 'asked' };
  const { missing, idle: found } = judgeBuilds([folder], [union, idle]);
  expect(missing).toMatchObject([{ file: 'b-1.js', feature: 'Set.union' }]);
  expect(found).toEqual([idle]);
});

it('our own code is typed by a language that has only what all have', () => {
  const source = 'export const a = [1].values().map((b) => b);\nexport const b = [1].toSorted();\n';
  writeFileSync(join(folder, 'canary.ts'), source);
  const options = { typeRoots: [join(root, 'node_modules/@types')] };
  const config = { extends: join(root, 'web/tsconfig.json'), compilerOptions: options };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ ...config, include: ['canary.ts'] }),
  );
  const tsc = join(root, 'node_modules/.bin/tsc');
  const { stdout } = spawnSync(tsc, ['-p', folder], { encoding: 'utf8' });
  expect(stdout).toContain("Property 'map' does not exist on type 'ArrayIterator<number>'");
  expect(stdout).not.toContain('toSorted');
});
