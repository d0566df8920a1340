import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { linesAgainst, parse, rules, writtenNames } from './one-hand/rules.ts';

const root = join(import.meta.dirname, '../..');

/** Not `*.d.ts`, which describe third-party code. */
const sources = globSync('{client,shared,functions,infra,scripts,web,test}/**/*.{ts,tsx}', {
  cwd: root,
})
  .filter((file) => !file.endsWith('.d.ts') && !file.startsWith('test/released/'))
  .map((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    return { file, source, program: parse(file, source) };
  });

const RULES = rules(new Set(sources.flatMap(({ program }) => writtenNames(program))));

test.each(Object.entries(RULES))('%s', (_, rule) => {
  const against = sources.flatMap(({ file, source, program }) =>
    linesAgainst(rule, program, source).map((line) => `${file}:${line}`),
  );
  expect(against).toEqual([]);
});

test('a file name is kebab-case', () => {
  const names = sources.map(({ file }) => file.replace(/^.*\//, ''));
  expect(
    names.filter((name) => !/^[a-z0-9-]+(\.(test|contract|config))?\.tsx?$/.test(name)),
  ).toEqual([]);
});

test('a language is a file of its code beside the other four', () => {
  const folders = globSync('{shared,web}/**/{it,en,de,fr,es,italian,english,german}.ts', {
    cwd: root,
  }).map((file) => dirname(file));
  const languagesIn = (folder: string) =>
    globSync('{??,italian,english,german,french,spanish}.ts', { cwd: join(root, folder) }).sort();
  const five = ['de.ts', 'en.ts', 'es.ts', 'fr.ts', 'it.ts'];
  expect(folders.length).toBeGreaterThan(0);
  for (const folder of new Set(folders))
    expect([folder, ...languagesIn(folder)]).toEqual([folder, ...five]);
});

describe('each rule notices', () => {
  const notices = (name: string, source: string, written: readonly string[] = []) =>
    linesAgainst(rules(new Set(written))[name]!, parse('made-up.ts', source), source);

  test('an arrow with statements, but none that is passed or typed', () => {
    const rule = 'a named function with statements is a declaration';
    expect(notices(rule, 'const f = () => {\n  g();\n};')).toEqual([1]);
    expect(notices(rule, 'const f: F = () => { g(); };\nh(() => { g(); });')).toEqual([]);
  });

  test('a declaration of one expression, but none that must be declared', () => {
    const rule = 'a function of one expression is an arrow';
    expect(notices(rule, '\nexport function f(a: A) { return g(a); }')).toEqual([2]);
    expect(notices(rule, 'function* f() { return 1; }')).toEqual([]);
    expect(notices(rule, 'function f(this: A) { return 1; }')).toEqual([]);
    expect(notices(rule, 'function f(): A;\nfunction f(a?: A) { return a; }')).toEqual([]);
  });

  test('a shorthand method, but none that needs this', () => {
    const rule = 'an operation of an object is a property';
    expect(notices(rule, 'const a = { b() { return 1; } };')).toEqual([1]);
    expect(notices(rule, 'const a = { b() { return this; }, c: () => 1 };')).toEqual([]);
  });

  test('a property that nothing writes to, also inside a union', () => {
    const rule = 'a property of a named type is readonly unless it is written to';
    expect(notices(rule, 'interface A { b: string }')).toEqual([1]);
    expect(notices(rule, 'interface A { b: string }', ['b'])).toEqual([]);
    expect(notices(rule, 'type A =\n  { readonly b: 1 } |\n  { b: 2 };')).toEqual([3]);
    expect(notices(rule, "type A = Extract<B, { kind: 'c' }>;")).toEqual([]);
    expect(writtenNames(parse('made-up.ts', 'a.b = 1; a.c.push(2); a.d++; a.e();'))).toEqual([
      ...['b', 'c', 'd'],
    ]);
  });

  test('readonly in a shape of a signature', () => {
    const rule = 'a shape written in passing has no readonly';
    expect(notices(rule, 'const f = (a: { readonly b: 1 }) => a;')).toEqual([1]);
    expect(notices(rule, 'const f = (a: { b: 1 }) => a;')).toEqual([]);
  });

  test('a list that is only read, but none that is filled', () => {
    const rule = 'a list that a function only reads is readonly';
    expect(notices(rule, 'const f = (a: string[]) => a.length;')).toEqual([1]);
    expect(notices(rule, 'const f = (...a: string[]) => a.length;')).toEqual([1]);
    expect(notices(rule, 'const f = (a: readonly string[]) => a.length;')).toEqual([]);
    expect(notices(rule, 'const f = (a: string[]) => a.push("b");')).toEqual([]);
  });
});
