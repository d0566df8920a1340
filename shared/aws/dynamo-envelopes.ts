import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { EnvelopeSummary } from '../contract/sender.ts';
import type { Status } from '../domain/envelope.ts';
import type { Clock, Envelopes, Expiring, Page } from '../ports.ts';
import { conditionally, dynamo } from './dynamo-client.ts';
import { type EnvelopeRow, type ListQuery, rowsFrom } from './envelope-index.ts';
import { isExpired } from './expired.ts';
import { cursorFrom, placeOf } from './list-cursor.ts';

const UNFINISHED: readonly Status[] = [
  'draft',
  'preparing',
  'signing',
  'signed',
  'completed',
  'declined',
  'voided',
  'expired',
  'failed',
];

/** Table `Envelopes`: an item an envelope, with an index for each way of listing. */
export const dynamoEnvelopes = (
  { ENVELOPES_TABLE: table }: { ENVELOPES_TABLE: string },
  clock: Clock,
): Envelopes => ({
  put: (row) => put(table, row),
  list: (query) => list(table, query, clock),
  unfinished: () => unfinished(table, clock),
});

async function put(
  table: string,
  row: EnvelopeSummary & { owner: string; seq: number } & Expiring,
): Promise<void> {
  const write = new PutCommand({
    TableName: table,
    Item: { ...row, all: 'all' },
    ConditionExpression: 'attribute_not_exists(id) OR seq <= :seq',
    ExpressionAttributeValues: { ':seq': row.seq },
  });
  await conditionally(dynamo.send(write));
}

async function list(
  table: string,
  { limit, cursor, ...query }: ListQuery & { limit: number; cursor?: string },
  clock: Clock,
): Promise<Page<EnvelopeSummary>> {
  const from = cursor === undefined ? undefined : placeOf(cursor, query);
  const found: EnvelopeRow[] = [];
  for await (const row of rowsFrom(table, query, from))
    if (!isExpired(row, clock) && found.push(row) > limit) break;
  const items = found.slice(0, limit).map(summaryOf);
  const last = found.length > limit ? found[limit - 1] : undefined;
  return last ? { items, cursor: cursorFrom(last, query) } : { items };
}

function summaryOf({
  all: _,
  owner: __,
  seq: ___,
  expiresAt: ____,
  ...summary
}: EnvelopeRow): EnvelopeSummary {
  return summary;
}

async function* unfinished(
  table: string,
  clock: Clock,
): AsyncIterable<{ id: string; seq: number }> {
  for (const status of UNFINISHED)
    for await (const row of rowsFrom(table, { status }))
      if (!isExpired(row, clock)) yield { id: row.id, seq: row.seq };
}
