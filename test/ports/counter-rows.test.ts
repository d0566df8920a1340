import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Counters } from '../../shared/ports/access.ts';
import { dynamoAccessPorts } from '../fixtures/access-ports.ts';
import { type AwsTarget, createTable, startAws } from '../fixtures/aws-target.ts';
import { SettableClock } from '../fixtures/memory/clock.ts';
import { ENDS_AT } from './counters.contract.ts';

let aws: AwsTarget;
let table: string;
let client: DynamoDBDocumentClient;
let counters: Counters;

beforeAll(async () => {
  aws = await startAws();
  ({ dynamo: client } = await import('../../shared/aws/dynamo-client.ts'));
  table = await createTable(aws, 'Access', { hash: 'pk' });
  ({ counters } = await dynamoAccessPorts(table, new SettableClock()));
});
afterAll(() => aws.stop());

describe('a counter’s row', () => {
  const pk = () => `count#${randomUUID()}`;
  const rowOf = async (key: string) =>
    (await client.send(new GetCommand({ TableName: table, Key: { pk: key } }))).Item;

  /** The SDK repeats a request whose response was lost. */
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
    const take = () => counters.take(key.slice(6), 1, 2, ENDS_AT);
    expect(await repeating(take)).toBe(true);
    expect((await rowOf(key))?.taken).toBe(1);
    expect(await repeating(take)).toBe(true);
    expect((await rowOf(key))?.taken).toBe(2);
    expect(await take()).toBe(false);
    await repeating(() => counters.giveBack(key.slice(6), 1));
    expect((await rowOf(key))?.taken).toBe(1);
  });

  it('goes a day after its end', async () => {
    const key = pk();
    await counters.take(key.slice(6), 1, 2, ENDS_AT);
    expect((await rowOf(key))?.expiresAt).toBe(ENDS_AT.getTime() / 1_000 + 86_400);
  });
});
