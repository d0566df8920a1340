import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Counters } from '../../shared/ports.ts';
import { type AwsTarget, createTable, startAws } from '../fixtures/aws-target.ts';
import { MemoryCounters } from '../fixtures/memory/counters.ts';

const ENDS_AT = new Date('2026-03-03T00:00:00.000Z');

let aws: AwsTarget;
let table: string;
let client: DynamoDBDocumentClient;
const adapters: Partial<Record<'memory' | 'DynamoDB', Counters>> = {
  memory: new MemoryCounters(),
};

beforeAll(async () => {
  aws = await startAws();
  const { dynamoCounters } = await import('../../shared/aws/dynamo-counters.ts');
  ({ dynamo: client } = await import('../../shared/aws/dynamo-client.ts'));
  table = await createTable(aws, 'Access', { hash: 'pk' });
  adapters.DynamoDB = dynamoCounters({ ACCESS_TABLE: table });
});
afterAll(() => aws.stop());

describe.each(['memory', 'DynamoDB'] as const)('a counter in %s', (kind) => {
  let counters: Counters;
  let name: string;
  const take = (amount: number, most: number, counter = name) =>
    counters.take(counter, amount, most, ENDS_AT);

  beforeEach(() => {
    counters = adapters[kind]!;
    name = randomUUID();
  });

  it('takes up to its most, and nothing of what is more', async () => {
    expect(await take(2, 5)).toBe(true);
    expect(await take(4, 5)).toBe(false);
    expect(await take(3, 5)).toBe(true);
    expect(await take(1, 5)).toBe(false);
    expect(await take(6, 5, randomUUID())).toBe(false);
  });

  it('keeps for some what others may not use', async () => {
    expect(await take(7, 7)).toBe(true);
    expect(await take(1, 7)).toBe(false);
    expect(await take(3, 10)).toBe(true);
    expect(await take(1, 10)).toBe(false);
  });

  it('lets through as many as there is room for, also of thirty at once', async () => {
    const taken = await Promise.all(Array.from({ length: 30 }, () => take(1, 10)));
    expect(taken.filter(Boolean)).toHaveLength(10);
  });

  it('takes again what was given back, and never more', async () => {
    await take(5, 5);
    await counters.giveBack(name, 2);
    expect(await take(2, 5)).toBe(true);
    expect(await take(1, 5)).toBe(false);
    await counters.giveBack(name, 9);
    expect(await take(1, 5)).toBe(false);
    await counters.giveBack(randomUUID(), 1);
  });

  it('is one by its name', async () => {
    await take(5, 5);
    expect(await take(5, 5, randomUUID())).toBe(true);
  });
});

describe('a counter’s row', () => {
  const pk = () => `count#${randomUUID()}`;
  const rowOf = async (key: string) =>
    (await client.send(new GetCommand({ TableName: table, Key: { pk: key } }))).Item;

  /** The SDK sends a request once more when its answer was lost. */
  function repeating<T>(act: () => Promise<T>): Promise<T> {
    const { middlewareStack } = client;
    const repeat = (next: (args: never) => Promise<unknown>) => async (args: never) => {
      await next(args).catch(() => {});
      return next(args);
    };
    middlewareStack.add(repeat as never, { step: 'finalizeRequest', name: 'repeat' });
    return act().finally(() => middlewareStack.remove('repeat'));
  }

  it('counts once what the SDK sends twice, also the last that there is room for', async () => {
    const key = pk();
    const take = () => adapters.DynamoDB!.take(key.slice(6), 1, 2, ENDS_AT);
    expect(await repeating(take)).toBe(true);
    expect((await rowOf(key))?.taken).toBe(1);
    expect(await repeating(take)).toBe(true);
    expect((await rowOf(key))?.taken).toBe(2);
    expect(await take()).toBe(false);
    await repeating(() => adapters.DynamoDB!.giveBack(key.slice(6), 1));
    expect((await rowOf(key))?.taken).toBe(1);
  });

  it('goes a day after its end', async () => {
    const key = pk();
    await adapters.DynamoDB!.take(key.slice(6), 1, 2, ENDS_AT);
    expect((await rowOf(key))?.expiresAt).toBe(ENDS_AT.getTime() / 1_000 + 86_400);
  });
});
