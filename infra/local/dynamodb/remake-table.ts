import { AwsError } from '../aws/aws-error.ts';
import type { JsonObject } from '../json.ts';
import type { Store } from '../state/store.ts';
import { type Dynalite, untilActive } from './dynalite.ts';

/** CreateTable input of the replacement table. */
export type TableDefinition = JsonObject & { readonly TableName: string };

const remaking = 'ddb-remaking';
const pageOf = (table: string) => `ddb-remaking-page#${table}`;

/** BatchWriteItem's limit. */
const BATCH = 25;

/**
 * Recreates a table with its items, because dynalite cannot change indexes. The items are copied to disk
 * before the table is deleted, so `finishRemaking` can recover from a crash. No stream records are written,
 * as no item changes. The table must not be used meanwhile.
 */
export async function remakeTable(
  store: Store,
  dynalite: Dynalite,
  definition: TableDefinition,
): Promise<void> {
  const { TableName } = definition;
  const pages = await pagesOf(dynalite, TableName);
  store.transaction(() => {
    for (const [number, page] of pages.entries())
      store.put(pageOf(TableName), String(number), page);
    store.put(remaking, TableName, definition);
  });
  await finish(store, dynalite, definition);
}

/** Completes recreations that a crash interrupted; must run before any table is used. */
export async function finishRemaking(store: Store, dynalite: Dynalite): Promise<void> {
  for (const definition of store.list<TableDefinition>(remaking))
    await finish(store, dynalite, definition);
}

async function finish(store: Store, dynalite: Dynalite, definition: TableDefinition) {
  const { TableName } = definition;
  await drop(dynalite, TableName);
  await dynalite.call('CreateTable', definition);
  await untilActive(dynalite, TableName);
  const pages = store.list<JsonObject[]>(pageOf(TableName));
  for (const page of pages) await putAll(dynalite, TableName, page);
  store.transaction(() => {
    for (const number of pages.keys()) store.delete(pageOf(TableName), String(number));
    store.delete(remaking, TableName);
  });
}

async function pagesOf(dynalite: Dynalite, TableName: string): Promise<JsonObject[][]> {
  const pages: JsonObject[][] = [];
  let start: JsonObject | undefined;
  do {
    const input = { TableName, ...(start && { ExclusiveStartKey: start }) };
    const page = await dynalite.call('Scan', input);
    pages.push(page.Items as JsonObject[]);
    start = page.LastEvaluatedKey as JsonObject | undefined;
  } while (start);
  return pages;
}

async function putAll(dynalite: Dynalite, table: string, items: readonly JsonObject[]) {
  for (let from = 0; from < items.length; from += BATCH) {
    const puts = items.slice(from, from + BATCH).map((Item) => ({ PutRequest: { Item } }));
    await dynalite.call('BatchWriteItem', { RequestItems: { [table]: puts } });
  }
}

/** The table no longer exists when this resolves. */
async function drop(dynalite: Dynalite, TableName: string): Promise<void> {
  while (await stands(dynalite, TableName)) {
    await dynalite.call('DeleteTable', { TableName }).catch(unlessAbsent);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

const stands = (dynalite: Dynalite, TableName: string): Promise<unknown> =>
  dynalite.call('DescribeTable', { TableName }).catch(unlessAbsent);

function unlessAbsent(error: unknown): undefined {
  if (error instanceof AwsError && error.code === 'ResourceNotFoundException') return undefined;
  throw error;
}
