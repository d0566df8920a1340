import { AwsError } from '../aws/aws-error.ts';
import type { JsonObject } from '../json.ts';
import type { Store } from '../state/store.ts';
import { type Dynalite, untilActive } from './dynalite.ts';

/** dynalite's CreateTable of the table that is to take the other's place. */
export type TableDefinition = JsonObject & { readonly TableName: string };

const remaking = 'ddb-remaking';
const pageOf = (table: string) => `ddb-remaking-page#${table}`;

/** The most that one BatchWriteItem takes. */
const BATCH = 25;

/**
 * Makes a table anew around its items, since dynalite changes no index of one that stands. The copy is
 * on disk before the table goes, so that a crash in between loses nothing (`finishRemaking`). The
 * stream tells nothing of it, as no item changes. Nobody may use the table meanwhile.
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

/** Ends what a crash cut short; call it before anybody uses a table. */
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

/** Gone when this returns. */
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
