import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootLocal, type Local } from '../../infra/local/boot.ts';
import { TokenBucket } from '../../infra/local/http/token-bucket.ts';
import { api, lambda, route, writeAssembly } from './fixtures/cloud-assembly.ts';

let folder: string;
let local: Local;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throttle-'));
  const limits = { ThrottlingRateLimit: 0.001, ThrottlingBurstLimit: 3 };
  const Stage = {
    Type: 'AWS::ApiGatewayV2::Stage',
    Properties: { ...api.Stage!.Properties, DefaultRouteSettings: limits },
  };
  const resources = {
    ...api,
    Stage,
    Echo: lambda('echo'),
    ...route('Flooded', 'GET /flooded', 'Echo'),
    ...route('Calm', 'GET /calm', 'Echo'),
  };
  const cdkOut = writeAssembly(join(folder, 'cdk.out'), { Test: { resources } });
  local = await bootLocal({ port: 0, stateDirectory: join(folder, 'state'), cdkOut });
});

afterAll(async () => {
  await local.close();
  rmSync(folder, { recursive: true });
});

test('a route that is flooded answers 429, and takes nothing from another', async () => {
  const ask = (path: string) => fetch(`${local.urls.api}${path}`);
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask('/flooded')));
  expect(answers.map(({ status }) => status).sort()).toEqual([
    ...Array(3).fill(200),
    ...Array(5).fill(429),
  ]);
  const refused = answers.find(({ status }) => status === 429);
  expect(await refused?.json()).toEqual({ message: 'Too Many Requests' });
  expect((await ask('/calm')).status).toBe(200);
});

test('a bucket fills again at its rate, and no further than its burst', () => {
  const bucket = new TokenBucket({ rate: 2, burst: 3 }, 0);
  const taken = (now: number, times: number) =>
    Array.from({ length: times }, () => bucket.take(now)).filter(Boolean).length;
  expect(taken(0, 5)).toBe(3);
  expect(taken(499, 1)).toBe(0);
  expect(taken(1_000, 5)).toBe(2);
  expect(taken(60_000, 9)).toBe(3);
});
