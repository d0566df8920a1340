import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  CreateTableCommand,
  DynamoDBClient,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import {
  EventBridgeClient,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import {
  CreateBucketCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ChangeLog } from '../../infra/local/dynamodb/change-log.ts';
import { Store } from '../../infra/local/state/store.ts';
import { Clock } from '../../infra/local/time/clock.ts';

let folder: string;
let child: ChildProcess;

const script = join(import.meta.dirname, 'fixtures', 'data-plane-process.ts');

async function boot() {
  child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const endpoint of createInterface({ input: child.stdout! })) {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    return { endpoint, region: 'eu-west-1', credentials, maxAttempts: 1 };
  }
  throw new Error('The emulators did not start');
}

async function kill() {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sigillo-crash-'));
});
afterEach(async () => {
  if (child.exitCode === null && child.signalCode === null) await kill();
  rmSync(folder, { recursive: true });
});

/** Starts many writes, kills the process when some are acknowledged, and returns those. */
async function killAmong(write: (index: number) => Promise<unknown>) {
  const acknowledged: number[] = [];
  let killed: Promise<void> | undefined;
  function acknowledge(index: number) {
    acknowledged.push(index);
    if (acknowledged.length === 40) killed = kill();
  }
  const writes = Array.from({ length: 200 }, (_, index) =>
    write(index).then(
      () => acknowledge(index),
      () => undefined,
    ),
  );
  await Promise.all(writes);
  await killed;
  return acknowledged;
}

test('after kill -9 every acknowledged item is there, and the stream tells of exactly the items', async () => {
  const TableName = 'Ledger';
  const first = new DynamoDBClient(await boot());
  await first.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    }),
  );
  const write = (index: number) =>
    first.send(new PutItemCommand({ TableName, Item: { id: { S: String(index) } } }));
  const acknowledged = await killAmong(write);
  const { Items = [] } = await new DynamoDBClient(await boot()).send(
    new ScanCommand({ TableName }),
  );
  const stored = Items.map(({ id }) => Number(id?.S));
  await kill();
  const store = new Store(join(folder, 'aws.db'));
  const log = new ChangeLog(store, new Clock(store));
  const recorded = log
    .records(TableName, 0, 1000)
    .map(({ record }) => record as { dynamodb: { Keys: { id: { S: string } } } })
    .map(({ dynamodb }) => Number(dynamodb.Keys.id.S));
  store.close();
  const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
  expect(acknowledged.length).toBeGreaterThanOrEqual(40);
  expect(acknowledged.length).toBeLessThan(200);
  expect(stored).toEqual(expect.arrayContaining(acknowledged));
  expect(sorted(recorded)).toEqual(sorted(stored));
});

test('after kill -9 every acknowledged object is there, and no half object or stray file', async () => {
  const Bucket = 'documents';
  const first = new S3Client(await boot());
  await first.send(new CreateBucketCommand({ Bucket }));
  const Body = Buffer.alloc(200_000, 'x');
  const write = (index: number) =>
    first.send(new PutObjectCommand({ Bucket, Key: String(index), Body }));
  const acknowledged = await killAmong(write);
  const again = new S3Client(await boot());
  const { Contents = [] } = await again.send(new ListObjectsV2Command({ Bucket }));
  expect(acknowledged.length).toBeGreaterThanOrEqual(40);
  expect(Contents.map(({ Key }) => Number(Key))).toEqual(expect.arrayContaining(acknowledged));
  expect(Contents.every(({ Size }) => Size === Body.length)).toBe(true);
  expect(readdirSync(join(folder, 's3'))).toHaveLength(Contents.length);
});

test('after kill -9 every acknowledged event waits for its target', async () => {
  const first = new EventBridgeClient(await boot());
  const EventPattern = JSON.stringify({ source: ['sigillo'] });
  await first.send(new PutRuleCommand({ Name: 'all', EventPattern }));
  const Targets = [{ Id: 'relay', Arn: 'arn:aws:lambda:eu-west-1:000000000000:function:relay' }];
  await first.send(new PutTargetsCommand({ Rule: 'all', Targets }));
  function write(index: number) {
    const Detail = JSON.stringify({ index });
    const entry = { Source: 'sigillo', DetailType: 'envelope.created', Detail };
    return first.send(new PutEventsCommand({ Entries: [entry] }));
  }
  const acknowledged = await killAmong(write);
  const store = new Store(join(folder, 'aws.db'));
  const waiting = store
    .waiting<{ input: { detail: { index: number } } }>('delivery')
    .map(({ body }) => body.input.detail.index);
  store.close();
  expect(acknowledged.length).toBeGreaterThanOrEqual(40);
  expect(waiting).toEqual(expect.arrayContaining(acknowledged));
});
