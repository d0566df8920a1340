import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { arguedIn, isArgued, onOneLine, survived } from '../../scripts/mutate/argued.ts';
import { FOLDERS, folderOf } from '../../scripts/mutate/folders.ts';

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
