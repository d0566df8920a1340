import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Dynalite, untilActive } from '../../infra/local/dynamodb/dynalite.ts';
import { finishRemaking, remakeTable } from '../../infra/local/dynamodb/remake-table.ts';
import type { JsonObject } from '../../infra/local/json.ts';
import { Store } from '../../infra/local/state/store.ts';

const TableName = 'Envelopes';
const KEY = [{ AttributeName: 'id', KeyType: 'HASH' }];
const TABLE = {
  TableName,
  KeySchema: KEY,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
};
const WITH_INDEX = {
  ...TABLE,
  AttributeDefinitions: [
    ...TABLE.AttributeDefinitions,
    { AttributeName: 'owner', AttributeType: 'S' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'owner',
      KeySchema: [{ AttributeName: 'owner', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
};
/** More than one batch, and more than one page of a scan (1 MB). */
const ROWS = 60;
const LONG = 'x'.repeat(20_000);

let folder: string;
let store: Store;
let dynalite: Dynalite;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'remake-'));
  store = new Store(join(folder, 'state.db'));
  dynalite = await Dynalite.start(join(folder, 'dynamodb'));
  await dynalite.call('CreateTable', TABLE);
  await untilActive(dynalite, TableName);
  for (let row = 0; row < ROWS; row += 1) {
    const Item = { id: { S: `row${row}` }, owner: { S: `owner${row % 2}` }, long: { S: LONG } };
    await dynalite.call('PutItem', { TableName, Item });
  }
});

afterEach(async () => {
  await dynalite.close();
  store.close();
  rmSync(folder, { recursive: true });
});

async function ownedBy(owner: string): Promise<number> {
  const { Count } = await dynalite.call('Query', {
    TableName,
    IndexName: 'owner',
    Select: 'COUNT',
    KeyConditionExpression: '#owner = :owner',
    ExpressionAttributeNames: { '#owner': 'owner' },
    ExpressionAttributeValues: { ':owner': { S: owner } },
  });
  return Number(Count);
}

/** Items of the table, page by page. */
async function kept(start?: JsonObject): Promise<number> {
  const page = await dynalite.call('Scan', {
    TableName,
    Select: 'COUNT',
    ...(start && { ExclusiveStartKey: start }),
  });
  const next = page.LastEvaluatedKey as JsonObject | undefined;
  return Number(page.Count) + (next ? await kept(next) : 0);
}

/** Simulates a process killed before the call of that number. */
function killedAt(last: number): Dynalite {
  let calls = 0;
  function call(operation: string, input: JsonObject) {
    calls += 1;
    if (calls > last) throw new Error('killed');
    return dynalite.call(operation, input);
  }
  return { call } as unknown as Dynalite;
}

it('a table that gets an index keeps every item, and finds it by the index', async () => {
  await remakeTable(store, dynalite, WITH_INDEX);
  expect([await ownedBy('owner0'), await ownedBy('owner1')]).toEqual([30, 30]);
});

it('a crash at any step of it loses no item', async () => {
  const cuts: number[] = [];
  for (let cut = 1; ; cut += 1) {
    const whole = await remakeTable(store, killedAt(cut), WITH_INDEX).then(
      () => true,
      () => false,
    );
    await finishRemaking(store, dynalite);
    if (whole) break;
    expect(await kept()).toBe(ROWS);
    cuts.push(cut);
  }
  expect(cuts.length).toBeGreaterThan(8);
  expect([await ownedBy('owner0'), await ownedBy('owner1')]).toEqual([30, 30]);
});
