import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Meter } from '../../infra/local/aws/meter.ts';
import type { JsonObject } from '../../infra/local/json.ts';
import { Lambda } from '../../infra/local/lambda/lambda.ts';
import { Store } from '../../infra/local/state/store.ts';
import { Clock } from '../../infra/local/time/clock.ts';

const day = 86_400_000;

let folder: string;
let store: Store;
let clock: Clock;
let lambda: Lambda;
let logged: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lambda-'));
  store = new Store(join(folder, 'state.db'));
  clock = new Clock(store);
  logged = '';
  function log(name: string, text: string) {
    logged += `${name}: ${text}`;
  }
  lambda = new Lambda(clock, log, new Meter());
});

afterEach(async () => {
  await lambda.close();
  store.close();
  rmSync(folder, { recursive: true });
});

const define = (name: string, { timeout = 10, memory = 256, variables = {} } = {}) =>
  lambda.define({
    name,
    arn: `arn:aws:lambda:eu-west-1:000000000000:function:${name}`,
    file: fileURLToPath(new URL('./fixtures/functions/index.mjs', import.meta.url)),
    handler: `index.${name}`,
    timeout,
    memory,
    environment: { AWS_REGION: 'eu-west-1', ...variables },
  });

const failure = async (name: string) =>
  lambda.invoke(name, {}).then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a function', () => {
  test('sees its own environment and nothing of this process', async () => {
    process.env.OF_THE_HOST = 'secret';
    define('environment', { variables: { OWN: 'yes' } });
    const { name, keys } = (await lambda.invoke('environment', {})) as JsonObject;
    expect(name).toBe('environment');
    expect(keys).toContain('OWN');
    expect(keys).not.toContain('OF_THE_HOST');
    expect(keys).not.toContain('HOME');
  });

  test('keeps its sandbox, and is found by name or ARN', async () => {
    define('environment');
    await lambda.invoke('environment', {});
    const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:environment:$LATEST';
    expect(await lambda.invoke(arn, {})).toMatchObject({ invocations: 2 });
  });

  test('lives at the time of the local clock, also after it is moved', async () => {
    clock.advance(3 * day);
    define('environment');
    const seen = async () => (await lambda.invoke('environment', {})) as JsonObject;
    const first = await seen();
    expect(Math.abs(Number(first.now) - clock.now())).toBeLessThan(10_000);
    expect(Math.abs(Date.parse(String(first.iso)) - clock.now())).toBeLessThan(10_000);
    expect(first).toMatchObject({ isDate: true, parsed: '2020-01-01T00:00:00.000Z' });
    clock.advance(14 * day);
    expect(Math.abs(Number((await seen()).now) - clock.now())).toBeLessThan(10_000);
    expect(Math.abs(Date.now() - clock.now() + 17 * day)).toBeLessThan(10_000);
  });

  test('that throws fails with the name of its error, and writes it to its log', async () => {
    define('fails');
    expect(await failure('fails')).toMatchObject({
      errorType: 'Refusal',
      payload: { errorMessage: 'It said no' },
    });
    expect(logged).toContain('fails: Refusal: It said no');
  });

  test('is ended at its timeout and serves the next call from a new sandbox', async () => {
    define('sleeps', { timeout: 1 });
    expect(await failure('sleeps')).toMatchObject({ errorType: 'Sandbox.Timedout' });
    expect(await failure('sleeps')).toMatchObject({ errorType: 'Sandbox.Timedout' });
  });

  test('that exits takes nobody with it', async () => {
    define('exits');
    define('environment');
    expect(await failure('exits')).toMatchObject({ errorType: 'Runtime.ExitError' });
    expect(await lambda.invoke('environment', {})).toMatchObject({ name: 'environment' });
  });

  test('that wants more than its memory is ended', async () => {
    define('hungry', { memory: 64 });
    expect(await failure('hungry')).toMatchObject({ errorType: 'Runtime.ExitError' });
  });

  test('has a sandbox for each call at a time, and no call is lost beyond that', async () => {
    define('environment');
    const calls = Array.from({ length: 9 }, () => lambda.invoke('environment', {}));
    const answers = (await Promise.all(calls)) as JsonObject[];
    expect(answers).toHaveLength(9);
    expect(Math.max(...answers.map(({ invocations }) => Number(invocations)))).toBeGreaterThan(1);
  });

  test('that nobody defined is not found', async () => {
    expect(await failure('nobody')).toMatchObject({ code: 'ResourceNotFoundException' });
  });
});
