import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { dynamo } from '../../shared/aws/dynamo-client.ts';

type Row = Record<string, unknown>;

/** All rows of a table that is derived from the ledger, by envelope. */
export async function rowsOf(TableName: string): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for await (const row of allRows(TableName)) rows.set(String(row.id), row);
  return rows;
}

export async function emptyTable(TableName: string): Promise<void> {
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName }));
  const names = (Table?.KeySchema ?? []).flatMap(({ AttributeName }) => AttributeName ?? []);
  for await (const row of allRows(TableName)) {
    const Key = Object.fromEntries(names.map((name) => [name, row[name]]));
    await dynamo.send(new DeleteCommand({ TableName, Key }));
  }
}

export async function* allRows(TableName: string): AsyncIterable<Row> {
  const pages = paginateScan({ client: dynamo }, { TableName, ConsistentRead: true });
  for await (const { Items = [] } of pages) yield* Items;
}
