import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { scripts } = JSON.parse(read('package.json'));

const PAGES = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'infra/local/README.md'],
  ...globSync('docs/**/*.md', { cwd: root }),
];

/** Pages that refer to files: each path named there must exist. */
const WAYS = ['CONTRIBUTING.md', ...globSync('docs/howto/*.md', { cwd: root })];

const found = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
];

/** Examples and schemas in a fenced block are no prose: a pattern there may look like a link. */
const prose = (text: string): string => text.replace(/^ *```[\s\S]*?^ *```$/gm, '');

/** GitHub's anchor for a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsIn = (file: string): string[] => found(read(file), /^#+ (.+)$/gm).map(anchorOf);

function isThere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path ? join(dirname(page), path) : page;
  if (!existsSync(join(root, file))) return false;
  return !anchor || !file.endsWith('.md') || anchorsIn(file).includes(anchor);
}

describe.each(PAGES)('%s', (page) => {
  const text = read(page);

  test('leads to what is there', () => {
    const links = found(prose(text), /\]\(([^)\s]+)\)/g).filter((link) => !/^\w+:/.test(link));
    expect(links.filter((link) => !isThere(page, link))).toEqual([]);
  });

  test('names commands that there are', () => {
    const named = found(text, /npm run ([a-z][a-z-]*)/g);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

/** Expands `{de,en}` like the shell. */
function spelledOut(path: string): string[] {
  const [whole, inner] = /\{([^}]+)\}/.exec(path) ?? [];
  if (!whole || !inner) return [path];
  return inner.split(',').flatMap((one) => spelledOut(path.replace(whole, one)));
}

test.each(WAYS)('%s names files that are there', (page) => {
  const paths = found(
    read(page),
    /`((?:shared|functions|infra|web|scripts|test|docs)\/[^`\s<>*]+)`/g,
  );
  const missing = paths.flatMap(spelledOut).filter((path) => !existsSync(join(root, path)));
  expect(missing.filter((path) => !isStartOfTests(path))).toEqual([]);
});

/** `npm test -- test/functions/signer/code` runs every file with that prefix. */
const isStartOfTests = (path: string): boolean => globSync(`${path}*`, { cwd: root }).length > 0;

test('what is looked for is found where it is, and nowhere else', () => {
  expect(isThere('README.md', 'docs/storage.md#rows-of-access')).toBe(true);
  expect(isThere('README.md', 'docs/storage.md#nothing')).toBe(false);
  expect(isThere('README.md', 'docs/nothing.md')).toBe(false);
  expect(prose('[a](b)\n```json\n[c](d)\n```\n[e](f)')).toBe('[a](b)\n\n[e](f)');
  expect(spelledOut('a/{b,c}.ts')).toEqual(['a/b.ts', 'a/c.ts']);
});
