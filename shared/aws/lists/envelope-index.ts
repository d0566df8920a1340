import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Status } from '../../domain/envelope/envelope.ts';
import type { ListGroup } from '../../domain/envelope/list-group.ts';
import { dynamo } from '../dynamo-client.ts';
import { type EnvelopeItem, type GroupItem, groupKey } from './envelope-rows.ts';

export interface ListQuery {
  readonly owner?: string;
  readonly status?: Status;
  readonly group?: ListGroup;
  readonly waitsForOwner?: true;
}

/** The row after which a list continues. */
export interface Place {
  readonly id: string;
  readonly updatedAt: string;
}

export interface Index {
  readonly name: 'owner-updated' | 'status-updated' | 'all-updated';
  readonly key: 'owner' | 'status' | 'all';
  readonly value: string;
  /** A status that the index cannot select by. */
  readonly filter?: Status;
}

export function indexFor({ owner, status }: ListQuery): Index {
  if (owner !== undefined) {
    return { name: 'owner-updated', key: 'owner', value: owner, ...(status && { filter: status }) };
  }
  if (status) return { name: 'status-updated', key: 'status', value: status };
  return { name: 'all-updated', key: 'all', value: 'all' };
}

export const groupIndexFor = (group: ListGroup, owner?: string): Index =>
  owner === undefined
    ? { name: 'all-updated', key: 'all', value: groupKey.all(group) }
    : { name: 'owner-updated', key: 'owner', value: groupKey.owner(owner, group) };

interface Reading {
  readonly after?: Place | undefined;
  /** Items per query; every item read is billed. */
  readonly atOnce?: number;
  readonly oldestFirst?: boolean;
}

/** Rows of a list, last updated first. */
export async function* rowsFrom<R extends EnvelopeItem | GroupItem>(
  table: string,
  index: Index,
  reading: Reading = {},
): AsyncIterable<R> {
  let from: Record<string, unknown> | undefined = reading.after && {
    ...reading.after,
    [index.key]: index.value,
  };
  do {
    const page = await dynamo.send(pageAfter(table, index, from, reading));
    yield* (page.Items ?? []) as R[];
    from = page.LastEvaluatedKey;
  } while (from);
}

const pageAfter = (
  table: string,
  { name, key, value, filter }: Index,
  from: Record<string, unknown> | undefined,
  { atOnce = 100, oldestFirst = false }: Reading,
) =>
  new QueryCommand({
    TableName: table,
    IndexName: name,
    KeyConditionExpression: '#key = :value',
    ExpressionAttributeNames: { '#key': key, ...(filter && { '#status': 'status' }) },
    ExpressionAttributeValues: { ':value': value, ...(filter && { ':status': filter }) },
    ...(filter && { FilterExpression: '#status = :status' }),
    ScanIndexForward: oldestFirst,
    Limit: atOnce,
    ExclusiveStartKey: from,
  });
