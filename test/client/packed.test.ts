import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stageOn, useTarget } from '../flow/theatre.ts';
import { machineToken } from './machine-token.ts';
import { ROOT, ran } from './shell.ts';

const target = useTarget();
const folder = mkdtempSync(join(tmpdir(), 'sigillo-packed-'));
const installed = join(folder, 'node_modules', '@sigillo', 'client');
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const own = read(join(ROOT, 'client', 'package.json'));
const whole = read(join(ROOT, 'package.json'));

/** As npm would: unpacked, with its dependencies beside it, and nothing else of this checkout. */
beforeAll(() => {
  execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: join(ROOT, 'client') });
  mkdirSync(installed, { recursive: true });
  const tarball = join(folder, `sigillo-client-${own.version}.tgz`);
  execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  for (const name of Object.keys(own.dependencies)) {
    mkdirSync(join(folder, 'node_modules', name, '..'), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sigillo = (environment: Record<string, string>, ...given: readonly string[]) =>
  ran(process.execPath, [join(installed, own.bin.sigillo), ...given], environment);

test('the packed command line says what it can and which version it is', async () => {
  expect(await sigillo({}, '--help')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Usage: sigillo'),
  });
  expect(await sigillo({}, '--version')).toEqual({ code: 0, out: own.version, error: '' });
});

test('the packed command line sends, and the packed client asks', async () => {
  const stage = await stageOn(target);
  const environment = { SIGILLO_URL: target.api, SIGILLO_TOKEN: await machineToken(stage) };
  const person = '--party=client:Anna Neri <anna@example.com>';
  const { out: id } = await sigillo(environment, 'send', 'test/fixtures/contratto.pdf', person);
  expect((await stage.employee.show(id)).status).not.toBe('draft');
  const program = join(folder, 'program.mjs');
  writeFileSync(
    program,
    `import { answered, makeClient, Refused } from '@sigillo/client';
const { SIGILLO_URL: at, SIGILLO_TOKEN: bearer } = process.env;
const sigillo = makeClient({ at, bearer });
const path = { id: process.argv[2] };
console.log((await answered(sigillo.GET('/envelopes/{id}', { params: { path } }))).id);
const gone = sigillo.GET('/envelopes/{id}', { params: { path: { id: 'x' } } });
await answered(gone).catch((error) => console.log(error instanceof Refused, error.code));`,
  );
  const { out } = await ran(process.execPath, [program, id], environment);
  expect(out).toBe(`${id}\ntrue envelope_unknown`);
});

test('it has the project’s version, and its dependencies those of the project', () => {
  expect(own.version).toBe(whole.version);
  const known = { ...whole.dependencies, ...whole.devDependencies };
  for (const [name, version] of Object.entries(own.dependencies)) expect(known[name]).toBe(version);
});

test('it holds what is compiled and nothing of the rest', () => {
  const names = execFileSync('find', ['.', '-type', 'f'], { cwd: installed, encoding: 'utf8' });
  const strange = names
    .trim()
    .split('\n')
    .filter((name) => !/^\.\/(dist\/.*\.(js|d\.ts)|package\.json|README\.md)$/.test(name));
  expect(strange).toEqual([]);
});
