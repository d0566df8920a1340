import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteItemCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  GetItemCommand,
  type GlobalSecondaryIndexUpdate,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateContinuousBackupsCommand,
  UpdateItemCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootsOwnTarget, clientConfig, Target, uniqueName } from './target.ts';

let target: Target;
let dynamodb: DynamoDBClient;
const ledger = uniqueName('Ledger');
const access = uniqueName('Access');
const records = uniqueName('Records');

const createLedger = () =>
  dynamodb.send(
    new CreateTableCommand({
      TableName: ledger,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'envelopeId', KeyType: 'HASH' },
        { AttributeName: 'seq', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'envelopeId', AttributeType: 'S' },
        { AttributeName: 'seq', AttributeType: 'N' },
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      DeletionProtectionEnabled: true,
    }),
  );

const createSimple = (TableName: string, key: string, index?: string) =>
  dynamodb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
      AttributeDefinitions: [key, ...(index ? [index] : [])].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      ...(index && {
        GlobalSecondaryIndexes: [
          {
            IndexName: `by-${index}`,
            KeySchema: [{ AttributeName: index, KeyType: 'HASH' }],
            Projection: { ProjectionType: 'ALL' },
          },
        ],
      }),
    }),
  );

beforeAll(async () => {
  target = await Target.start();
  dynamodb = new DynamoDBClient(clientConfig(target.endpoint));
  await createLedger();
  await createSimple(access, 'id');
  await createSimple(records, 'id', 'sha256');
});
afterAll(() => target.stop());

const append = (envelopeId: string, seq: number, type = 'created') =>
  dynamodb.send(
    new PutItemCommand({
      TableName: ledger,
      Item: { envelopeId: { S: envelopeId }, seq: { N: String(seq) }, type: { S: type } },
      ConditionExpression: 'attribute_not_exists(seq)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    }),
  );

test('the table tells its stream, protection and indexes', async () => {
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: ledger }));
  expect(Table).toMatchObject({
    TableStatus: 'ACTIVE',
    DeletionProtectionEnabled: true,
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  });
  expect(Table?.LatestStreamArn).toContain(`table/${ledger}/stream/`);
});

test('of two writers of one entry only one wins, and the other is shown what stands there', async () => {
  const id = uniqueName('E');
  const outcomes = await Promise.allSettled([append(id, 1, 'sent'), append(id, 1, 'voided')]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const lost = outcomes.find((outcome) => outcome.status === 'rejected');
  expect(lost?.reason).toMatchObject({
    name: 'ConditionalCheckFailedException',
    Item: { envelopeId: { S: id } },
  });
});

test('a query gives the entries of one envelope in order, page by page', async () => {
  const id = uniqueName('E');
  for (const seq of [10, 9, 2, 1]) await append(id, seq);
  const input = {
    TableName: ledger,
    KeyConditionExpression: 'envelopeId = :id',
    ExpressionAttributeValues: { ':id': { S: id } },
    ConsistentRead: true,
    Limit: 3,
  };
  const first = await dynamodb.send(new QueryCommand(input));
  expect(first.Items?.map(({ seq }) => seq?.N)).toEqual(['1', '2', '9']);
  const ExclusiveStartKey = first.LastEvaluatedKey;
  const second = await dynamodb.send(new QueryCommand({ ...input, ExclusiveStartKey }));
  expect(second.Items?.map(({ seq }) => seq?.N)).toEqual(['10']);
});

test('a counter that many raise at once loses no step and stops at its bound', async () => {
  const Key = { id: { S: uniqueName('tries') } };
  const reserve = () =>
    dynamodb.send(
      new UpdateItemCommand({
        TableName: access,
        Key,
        UpdateExpression: 'ADD tries :one',
        ConditionExpression: 'attribute_not_exists(tries) OR tries < :bound',
        ExpressionAttributeValues: { ':one': { N: '1' }, ':bound': { N: '5' } },
      }),
    );
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, reserve));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: access, Key }));
  expect(Item?.tries?.N).toBe('5');
});

test('an index finds items by another attribute, and forgets the deleted', async () => {
  const [id, sha256] = [uniqueName('E'), uniqueName('hash')];
  const Item = { id: { S: id }, sha256: { S: sha256 } };
  await dynamodb.send(new PutItemCommand({ TableName: records, Item }));
  const query = new QueryCommand({
    TableName: records,
    IndexName: 'by-sha256',
    KeyConditionExpression: 'sha256 = :hash',
    ExpressionAttributeValues: { ':hash': { S: sha256 } },
  });
  expect((await dynamodb.send(query)).Items).toEqual([Item]);
  await dynamodb.send(new DeleteItemCommand({ TableName: records, Key: { id: { S: id } } }));
  expect((await dynamodb.send(query)).Items).toEqual([]);
});

test('a batch writes and deletes several items', async () => {
  const [one, two] = [uniqueName('one'), uniqueName('two')];
  const put = (id: string) => ({ PutRequest: { Item: { id: { S: id } } } });
  const write = (...requests: readonly object[]) =>
    dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [access]: [...requests] } }));
  await write(put(one), put(two));
  await write({ DeleteRequest: { Key: { id: { S: one } } } });
  const read = async (id: string) =>
    (await dynamodb.send(new GetItemCommand({ TableName: access, Key: { id: { S: id } } }))).Item;
  expect([await read(one), await read(two)]).toEqual([undefined, { id: { S: two } }]);
  await expect(write(put(one), put(one))).rejects.toMatchObject({ name: 'ValidationException' });
});

test('time to live and point-in-time recovery are described as they were set', async () => {
  const spec = { AttributeName: 'expiresAt', Enabled: true };
  const input = { TableName: access, TimeToLiveSpecification: spec };
  await dynamodb.send(new UpdateTimeToLiveCommand(input));
  const ttl = await dynamodb.send(new DescribeTimeToLiveCommand({ TableName: access }));
  expect(ttl.TimeToLiveDescription?.AttributeName).toBe('expiresAt');
  const recovery = { PointInTimeRecoveryEnabled: true };
  await dynamodb.send(
    new UpdateContinuousBackupsCommand({
      TableName: ledger,
      PointInTimeRecoverySpecification: recovery,
    }),
  );
  const { ContinuousBackupsDescription } = await dynamodb.send(
    new DescribeContinuousBackupsCommand({ TableName: ledger }),
  );
  const description = ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
  expect(description?.PointInTimeRecoveryStatus).toBe('ENABLED');
});

test('an unknown table is refused', async () => {
  const command = new GetItemCommand({ TableName: uniqueName('None'), Key: { id: { S: 'x' } } });
  await expect(dynamodb.send(command)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('an item without its key is refused', async () => {
  const command = new PutItemCommand({ TableName: access, Item: { name: { S: 'x' } } });
  await expect(dynamodb.send(command)).rejects.toMatchObject({ name: 'ValidationException' });
});

describe.runIf(bootsOwnTarget)('the local target', () => {
  const changes = () => target.own.plane.dynamodb.changes;
  const lastRecords = (count: number) => changes().records(ledger, 0, 10_000).slice(-count);

  test('records each change of an item, in order, and none where nothing changed', async () => {
    const id = uniqueName('E');
    await append(id, 1, 'created');
    const Key = { envelopeId: { S: id }, seq: { N: '1' } };
    const rename = new UpdateItemCommand({
      TableName: ledger,
      Key,
      UpdateExpression: 'SET #t = :t',
      ExpressionAttributeNames: { '#t': 'type' },
      ExpressionAttributeValues: { ':t': { S: 'sent' } },
    });
    await dynamodb.send(rename);
    await dynamodb.send(rename);
    await expect(append(id, 1)).rejects.toThrow();
    await dynamodb.send(new DeleteItemCommand({ TableName: ledger, Key }));
    expect(lastRecords(3).map(({ record }) => record)).toMatchObject([
      { eventName: 'INSERT', dynamodb: { Keys: Key, NewImage: { type: { S: 'created' } } } },
      { eventName: 'MODIFY', dynamodb: { OldImage: { type: { S: 'created' } } } },
      { eventName: 'REMOVE', dynamodb: { OldImage: { type: { S: 'sent' } } } },
    ]);
  });

  test('calls back for each record and hands out what comes after a cursor', async () => {
    const tables: string[] = [];
    const stop = changes().onRecord((table) => tables.push(table));
    const cursor = changes().records(ledger, 0, 10_000).at(-1)?.seq ?? 0;
    await append(uniqueName('E'), 1);
    stop();
    await append(uniqueName('E'), 1);
    expect(tables).toEqual([ledger]);
    const after = changes().records(ledger, cursor);
    expect(after).toHaveLength(2);
    changes().trim(ledger, 'follower', after[0]?.seq ?? 0);
    expect(changes().records(ledger, cursor)).toEqual(after.slice(1));
  });

  test('keeps items and stream records over a restart', async () => {
    const id = uniqueName('E');
    await append(id, 1);
    const before = lastRecords(1);
    await target.restart();
    expect(lastRecords(1)).toEqual(before);
    await expect(append(id, 1)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
  });

  test('deletes an item when its time to live has ended on the clock, and not before', async () => {
    const id = uniqueName('session');
    const expiresAt = Math.floor(target.own.clock.now() / 1000) + 300;
    const Item = { id: { S: id }, expiresAt: { N: String(expiresAt) } };
    await dynamodb.send(new PutItemCommand({ TableName: access, Item }));
    async function count() {
      const input = { TableName: access, FilterExpression: 'id = :id' };
      const values = { ExpressionAttributeValues: { ':id': { S: id } } };
      return (await dynamodb.send(new ScanCommand({ ...input, ...values }))).Count;
    }
    await target.own.plane.tick();
    expect(await count()).toBe(1);
    target.own.clock.advance(301_000);
    await target.own.plane.tick();
    expect(await count()).toBe(0);
  });

  test('refuses transactions and members it does not know', async () => {
    const TransactItems = [{ Put: { TableName: access, Item: { id: { S: 'x' } } } }];
    const transaction = dynamodb.send(new TransactWriteItemsCommand({ TransactItems }));
    await expect(transaction).rejects.toMatchObject({ name: 'NotImplemented' });
    const table = new CreateTableCommand({
      TableName: uniqueName('Table'),
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      ResourcePolicy: '{}',
    });
    await expect(dynamodb.send(table)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('an index of a table that stands', () => {
  const indexed = uniqueName('Indexed');
  const index = {
    IndexName: 'by-owner',
    KeySchema: [{ AttributeName: 'owner', KeyType: 'HASH' }],
    Projection: { ProjectionType: 'ALL' },
  } as const;
  async function indexNames() {
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: indexed }));
    return Table?.GlobalSecondaryIndexes?.map(({ IndexName, IndexStatus }) => [
      IndexName,
      IndexStatus,
    ]);
  }
  const update = (...GlobalSecondaryIndexUpdates: readonly GlobalSecondaryIndexUpdate[]) =>
    dynamodb.send(
      new UpdateTableCommand({
        TableName: indexed,
        AttributeDefinitions: ['id', 'owner'].map((AttributeName) => ({
          AttributeName,
          AttributeType: 'S',
        })),
        GlobalSecondaryIndexUpdates: [...GlobalSecondaryIndexUpdates],
      }),
    );

  test('is added with the items that stand, and taken away', async () => {
    await createSimple(indexed, 'id');
    const Item = { id: { S: 'one' }, owner: { S: 'anna' } };
    await dynamodb.send(new PutItemCommand({ TableName: indexed, Item }));
    await update({ Create: { ...index, KeySchema: [...index.KeySchema] } });
    await expect.poll(indexNames, { timeout: 600_000 }).toEqual([['by-owner', 'ACTIVE']]);
    const found = await dynamodb.send(
      new QueryCommand({
        TableName: indexed,
        IndexName: 'by-owner',
        KeyConditionExpression: '#owner = :owner',
        ExpressionAttributeNames: { '#owner': 'owner' },
        ExpressionAttributeValues: { ':owner': { S: 'anna' } },
      }),
    );
    expect(found.Items).toEqual([Item]);
    await update({ Delete: { IndexName: 'by-owner' } });
    await expect.poll(indexNames, { timeout: 600_000 }).toBeUndefined();
    const { Item: kept } = await dynamodb.send(
      new GetItemCommand({ TableName: indexed, Key: { id: { S: 'one' } } }),
    );
    expect(kept).toEqual(Item);
  }, 1_200_000);

  test('does not change together with another', async () => {
    const both = ['one', 'two'].map((IndexName) => ({ Delete: { IndexName } }));
    await expect(update(...both)).rejects.toMatchObject({ name: 'LimitExceededException' });
  });
});
