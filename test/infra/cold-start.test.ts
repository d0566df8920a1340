import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Bundles } from '../../infra/build/bundles.ts';
import { ENTRIES, type FunctionName } from '../../infra/build/entries.ts';
import { company } from '../../infra/company.ts';
import { codeSize, readAtStart } from '../../scripts/bench/code-size.ts';
import { OWN_PROBLEMS, SIGNER_PROBLEMS } from '../../shared/contract/api/problem-codes.ts';
import { ENVIRONMENT, type EnvironmentName } from '../../shared/contract/environment.ts';
import { REFUSALS } from '../../shared/contract/refusals/refusals.ts';
import { writePdf } from '../fixtures/write-pdf.ts';
import { Synthesized } from './synthesized.ts';

/** With all optional functions. */
const app = new Synthesized({ ...company, canary: {} });
const bundles = new Bundles();
const home = mkdtempSync(join(tmpdir(), 'sigillo-cold-'));

afterAll(() => {
  bundles.remove();
  rmSync(home, { recursive: true });
});

/** Replaces values known only after a deployment, such as table names, by plausible ones. */
function placeholder(name: EnvironmentName): string {
  const kinds = ['placeholder', 'https://placeholder.example'];
  return kinds.find((value) => ENVIRONMENT[name].safeParse(value).success) ?? '';
}

function variablesOf(name: FunctionName): Record<string, string> {
  const log = app
    .of('Logs::LogGroup')
    .find(({ Properties }) => Properties.LogGroupName === `/sigillo/functions/${name}`);
  const { Properties } = app
    .of('Lambda::Function')
    .find((one) => app.read(one.Properties.LoggingConfig.LogGroup) === log?.id) as {
    Properties: { Environment: { Variables: Record<string, unknown> } };
  };
  return Object.fromEntries(
    Object.entries(Properties.Environment.Variables).map(([variable, value]) => [
      variable,
      typeof value === 'string' ? value : placeholder(variable as EnvironmentName),
    ]),
  );
}

/** Without the line of minified source that Node quotes. */
const readable = (stderr: string) => stderr.split('\n').filter((line) => line && line.length < 300);

const start = (entry: string) =>
  `import(${JSON.stringify(entry)}).then(({ handler }) => console.log(typeof handler))`;

test.each(Object.keys(ENTRIES) as FunctionName[])(
  '%s starts with the variables it is given, from its bundle alone',
  (name) => {
    const entry = join(bundles.folder(name), 'index.mjs');
    const started = spawnSync(process.execPath, ['--input-type=module', '-e', start(entry)], {
      cwd: home,
      env: { ...variablesOf(name), AWS_REGION: 'eu-west-1' },
      encoding: 'utf8',
    });
    expect({ errors: readable(started.stderr), output: started.stdout }).toEqual({
      errors: [],
      output: 'function\n',
    });
  },
);

test('the process that parses documents answers from its bundle alone', async () => {
  const options = { cwd: home, env: {}, serialization: 'advanced' } as const;
  const parser = fork(join(bundles.folder('intake'), 'parser.mjs'), options);
  parser.send({ bytes: writePdf() });
  const [answer] = await once(parser, 'message');
  expect(answer.result.pages).toEqual([{ width: 595, height: 842 }]);
});

test.each(Object.keys(ENTRIES) as FunctionName[])('%s is at most 700 KB of code', (name) => {
  expect(codeSize(bundles.folder(name))).toBeLessThanOrEqual(700);
});

/** Read on first use. */
test.each([
  ['signer', 'font/caveat.json'],
  ['intake', 'noto-sans-regular.json'],
  ['sender', 'phone-numbers.json'],
] as const)('%s has %s beside its code', (name, file) => {
  expect(statSync(join(bundles.folder(name), file)).size).toBeGreaterThan(0);
});

test('a cold start of the sender reads no numbering plans: most requests judge no number', () => {
  const folder = bundles.folder('sender');
  const code = [...readAtStart(folder)].map((module) => readFileSync(join(folder, module), 'utf8'));
  expect(code.join('').includes('phone-numbers.json')).toBe(false);
});

test('the signer can tell each of its refusals in five languages, and none of the sender’s alone', () => {
  const folder = bundles.folder('signer');
  const modules = readdirSync(folder).filter((file) => file.endsWith('.mjs'));
  const code = modules.map((file) => readFileSync(join(folder, file), 'utf8')).join('');
  const sentences = (name: string) => code.split(new RegExp(`\\b${name}:[\`'"]`)).length - 1;
  for (const name of new Set(Object.values({ ...SIGNER_PROBLEMS, ...OWN_PROBLEMS }).flat()))
    if (Object.hasOwn(REFUSALS, name)) expect(sentences(name), name).toBeGreaterThanOrEqual(5);
  expect(sentences('token_unknown')).toBe(0);
});

/** Read by the SDK and not by handlers. */
const READ_BY_THE_SDK = ['AWS_RETRY_MODE'];

/** All variables in one call, as the handler reads them. */
function askedFor(name: FunctionName): string[] {
  const handler = readFileSync(new URL(`../../${ENTRIES[name]}`, import.meta.url), 'utf8');
  const [, names = ''] = /\benvironment\(([^)]*)\)/.exec(handler) ?? [];
  return [...names.matchAll(/'(\w+)'/g)].map(([, variable = '']) => variable);
}

test.each(Object.keys(ENTRIES) as FunctionName[])(
  '%s is given no variable, and so no right, that it does not ask for',
  (name) => {
    const given = Object.keys(variablesOf(name)).filter((one) => !READ_BY_THE_SDK.includes(one));
    expect(given.sort()).toEqual(askedFor(name).sort());
  },
);
