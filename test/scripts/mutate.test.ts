import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { arguedIn, isArgued, onOneLine, survived } from '../../scripts/mutate/argued.ts';
import { FOLDERS, folderOf, pathsOf } from '../../scripts/mutate/folders.ts';
import { holdAgainst } from '../../scripts/mutate/hold-against.ts';
import { lastTried, readLines } from '../../scripts/mutate/run-log.ts';
import { verdictOf } from '../../scripts/mutate/verdict.ts';

describe('npm run mutate', () => {
  test.each(Object.keys(FOLDERS))('finds files for every pattern of %s', (name) => {
    expect(() => folderOf(name, [])).not.toThrow();
  });

  test('refuses a pattern that matches no file, and names it', () => {
    expect(() => folderOf('signer', ['functions/signer/gone/*.ts'])).toThrow(
      'No file is matched by functions/signer/gone/*.ts',
    );
  });

  test('refuses a folder that it does not know, and names those that it does', () => {
    expect(() => folderOf('functions', [])).toThrow(Object.keys(FOLDERS).join(', '));
  });
});

/** As the instrumenter would write `limit` and `isOver`, with five mutants. */
const SWITCHED = `
const ns = globalThis.__stryker__;
const is = (id) => {
  if (ns.activeMutant !== id) return false;
  if (++ns.hitCount > ns.hitLimit) throw new Error('hit limit');
  return true;
};
const cover = (...ids) => {
  const { static: loading, perTest } = ns.mutantCoverage;
  const hits = ns.currentTestId ? (perTest[ns.currentTestId] ??= {}) : loading;
  for (const id of ids) hits[id] = (hits[id] ?? 0) + 1;
};
cover('0');
export const limit = is('0') ? 0 : 3;
export function isOver(count) {
  cover('1', '2', '3');
  while (is('3')) continue;
  return is('1') ? count >= limit : is('2') ? false : count > limit;
}
export function neverAsked() {
  cover('4');
}
`;

const TESTS = `
import { expect, test } from 'vitest';
import { isOver } from './switched.mjs';
let run = 0;
test('more than the limit is over', () => expect(isOver(4)).toBe(true));
test('fails by itself from its second time on', () => {
  expect(isOver(1)).toBe(false);
  expect(run++).toBe(0);
});
`;

describe('a run', () => {
  test('finds what a test that holds by itself looks at, and nothing else', async () => {
    mkdirSync('out', { recursive: true });
    const folder = mkdtempSync('out/mutated-');
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'switched.mjs'), SWITCHED);
    writeFileSync(join(folder, 'it.test.ts'), TESTS);
    const log = join(folder, 'run.jsonl');
    await holdAgainst([`${folder}/it.test.ts`], log);
    const place = { line: 1, column: 1 };
    const mutants = ['0', '1', '2', '3', '4'].map((id) => ({
      ...{ id, fileName: 'a.ts', replacement: '' },
      location: { start: place, end: place },
    }));
    const { score, found, alive, onlyLoaded, unsound } = verdictOf(mutants, readLines(log));
    const ids = [found, alive, onlyLoaded].map((some) => some.map(({ id }) => id));
    expect(ids).toEqual([['2', '3'], ['1', '4'], ['0']]);
    expect(score).toBe(50);
    expect(unsound).toEqual([expect.stringContaining('fails by itself')]);
  });

  test('that hung is taken up behind the mutant that it tried last', () => {
    expect(lastTried([{ trying: '1' }, { found: '1', by: 'a test' }, { trying: '2' }])).toBe('2');
    expect(lastTried([{ trying: '1' }, { finished: 'a test' }])).toBeUndefined();
    expect(lastTried([])).toBeUndefined();
  });

  test('gives nothing for what a test found that later failed by itself', () => {
    const start = { line: 1, column: 1 };
    const mutant = { id: '1', fileName: 'a.ts', replacement: '', location: { start, end: start } };
    const found = { found: '1', by: 'a test' };
    expect(verdictOf([mutant], [found]).score).toBe(100);
    expect(verdictOf([mutant], [found, { unsound: 'a test' }]).score).toBe(0);
  });

  test('leaves the files alone that a pattern takes away', () => {
    const paths = pathsOf(['scripts/mutate/*.ts', '!scripts/mutate/a*.ts']);
    expect(paths).toContain('scripts/mutate/folders.ts');
    expect(paths).not.toContain('scripts/mutate/argued.ts');
  });
});

describe('docs/mutants.md', () => {
  const page = readFileSync('docs/mutants.md', 'utf8');
  const argued = arguedIn(page);

  test('argues every item that it has', () => {
    expect(argued).toHaveLength(page.match(/^- /gm)!.length);
  });

  test.each(argued)('names what still stands in $file: $code', ({ file, code }) => {
    expect(onOneLine(readFileSync(file, 'utf8'))).toContain(code.replace(/…$/, ''));
  });

  test('is held against a survivor of one line or several, and of that file alone', () => {
    const source = 'const a = 1;\nconst b = {\n  c: 2,\n};\n';
    const location = { start: { line: 2, column: 11 }, end: { line: 4, column: 2 } };
    const survivor = survived({ fileName: 'a.ts', replacement: '{}', location }, 'a.ts', source);
    expect(survivor).toEqual({ file: 'a.ts', code: '{ c: 2, }', change: '{}' });
    const single = { start: { line: 1, column: 11 }, end: { line: 1, column: 12 } };
    const one = { fileName: 'a.ts', replacement: '2', location: single };
    expect(survived(one, 'a.ts', source)).toEqual({ file: 'a.ts', code: '1', change: '2' });
    const item = '- `{ c: 2, }` → `{}`: why';
    expect(isArgued(arguedIn(`## \`a.ts\`\n${item}`), survivor)).toBe(true);
    expect(isArgued(arguedIn('## `a.ts`\n- `{ c:…` → `…`: why'), survivor)).toBe(true);
    expect(isArgued(arguedIn(`## \`b.ts\`\n${item}`), survivor)).toBe(false);
    expect(isArgued(arguedIn('## `a.ts`\n- `{ c: 2, }` → `[]`: why'), survivor)).toBe(false);
  });
});
