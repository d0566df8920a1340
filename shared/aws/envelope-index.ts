import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { EnvelopeSummary } from '../contract/sender.ts';
import type { Status } from '../domain/envelope.ts';
import type { Expiring } from '../ports.ts';
import { dynamo } from './dynamo-client.ts';

export type EnvelopeRow = EnvelopeSummary & { owner: string; seq: number; all: 'all' } & Expiring;

export interface ListQuery {
  readonly owner?: string;
  readonly status?: Status;
}

/** Where a list goes on: after this row. */
export interface Place {
  readonly id: string;
  readonly updatedAt: string;
}

interface Index {
  readonly name: string;
  readonly key: 'owner' | 'status' | 'all';
  readonly value: string;
  /** A status that the index itself does not select by. */
  readonly filter?: Status;
}

function indexFor({ owner, status }: ListQuery): Index {
  if (owner !== undefined) {
    return { name: 'owner-updated', key: 'owner', value: owner, ...(status && { filter: status }) };
  }
  if (status) return { name: 'status-updated', key: 'status', value: status };
  return { name: 'all-updated', key: 'all', value: 'all' };
}

/** The rows of a list, last updated first. */
export async function* rowsFrom(
  table: string,
  query: ListQuery,
  after?: Place,
): AsyncIterable<EnvelopeRow> {
  const index = indexFor(query);
  let from: Record<string, unknown> | undefined = after && { ...after, [index.key]: index.value };
  do {
    const page = await dynamo.send(pageAfter(table, index, from));
    yield* (page.Items ?? []) as EnvelopeRow[];
    from = page.LastEvaluatedKey;
  } while (from);
}

const pageAfter = (
  table: string,
  { name, key, value, filter }: Index,
  from: Record<string, unknown> | undefined,
) =>
  new QueryCommand({
    TableName: table,
    IndexName: name,
    KeyConditionExpression: '#key = :value',
    ExpressionAttributeNames: { '#key': key, ...(filter && { '#status': 'status' }) },
    ExpressionAttributeValues: { ':value': value, ...(filter && { ':status': filter }) },
    ...(filter && { FilterExpression: '#status = :status' }),
    ScanIndexForward: false,
    Limit: 100,
    ExclusiveStartKey: from,
  });
