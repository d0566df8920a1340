import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Batch, BatchRow } from '../../domain/batch/batch.ts';
import { Malformed } from '../../domain/errors.ts';
import { canonicalJson } from '../../domain/ledger/canonical-json.ts';
import { readable } from '../../domain/ledger/versions.ts';
import type { Batches } from '../../ports/batches.ts';
import type { Page } from '../../ports/lists.ts';
import type { Clock } from '../../ports/machine.ts';
import { conflictingItem, dynamo, RETURN_CONFLICT } from '../dynamo-client.ts';
import { opaque, readOpaque } from '../lists/opaque.ts';
import {
  ALL,
  batchIn,
  HEAD,
  type HeadItem,
  headItem,
  type RowItem,
  rowIn,
  rowItem,
} from './batch-items.ts';

/** Table `Batches`: see `HeadItem` and `RowItem`. */
export const dynamoBatches = (
  { BATCHES_TABLE: table }: { BATCHES_TABLE: string },
  clock: Clock,
): Batches => ({
  find: (id) => find(table, clock, id),
  put: (batch) => put(table, headItem(batch)),
  list: (query) => list(table, clock, query),
  rows: (id) => rows(table, id),
  putRow: (batch, row) => put(table, rowItem(batch, row)),
});

async function find(table: string, clock: Clock, id: string): Promise<Batch | undefined> {
  const get = new GetCommand({ TableName: table, Key: { id, row: HEAD }, ConsistentRead: true });
  const { Item } = await dynamo.send(get);
  const batch = Item && batchIn(readable('batch', Item as HeadItem));
  return batch && isKept(batch, clock) ? batch : undefined;
}

const isKept = ({ expiresAt }: Batch, clock: Clock): boolean =>
  expiresAt > clock.now().toISOString();

/** The SDK repeats a put whose answer was lost: what stands in the way may be this very state. */
async function put(table: string, item: HeadItem | RowItem): Promise<boolean> {
  const write = new PutCommand({
    TableName: table,
    Item: item,
    ...(item.seq === 0
      ? { ConditionExpression: 'attribute_not_exists(id)' }
      : {
          ConditionExpression: 'seq = :before',
          ExpressionAttributeValues: { ':before': item.seq - 1 },
        }),
    ...RETURN_CONFLICT,
  });
  const standing = await conflictingItem(dynamo.send(write));
  return standing === undefined || isSame(standing, item);
}

const isSame = (standing: unknown, item: HeadItem | RowItem): boolean =>
  canonicalJson(standing) === canonicalJson(JSON.parse(JSON.stringify(item)));

const Cursor = z.object({ of: z.string(), place: z.string() });

async function list(
  table: string,
  clock: Clock,
  { owner, limit, cursor }: Parameters<Batches['list']>[0],
): Promise<Page<Batch>> {
  const of = owner ?? '';
  const [IndexName, key] =
    owner === undefined ? ['all-created', 'all'] : ['owner-created', 'owner'];
  const before = cursor === undefined ? {} : { ':place': placeIn(cursor, of) };
  const query = new QueryCommand({
    TableName: table,
    IndexName,
    KeyConditionExpression: `#key = :key${cursor === undefined ? '' : ' AND place < :place'}`,
    ExpressionAttributeNames: { '#key': key },
    ExpressionAttributeValues: { ':key': owner ?? ALL, ...before },
    ScanIndexForward: false,
    Limit: limit,
  });
  const { Items = [], LastEvaluatedKey } = await dynamo.send(query);
  const found = Items.map((item) => readable('batch', item as HeadItem));
  const items = found.map(batchIn).filter((batch) => isKept(batch, clock));
  const last = LastEvaluatedKey && found.at(-1);
  return last ? { items, cursor: opaque({ of, place: last.place }) } : { items };
}

/** Malformed if the cursor is not one, or belongs to another list. */
function placeIn(cursor: string, of: string): string {
  const parsed = Cursor.safeParse(readOpaque(cursor));
  if (parsed.success && parsed.data.of === of) return parsed.data.place;
  throw new Malformed([{ path: 'cursor', message: 'not a cursor of this list' }]);
}

async function rows(table: string, id: string): Promise<readonly BatchRow[]> {
  const found: RowItem[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await dynamo.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'id = :id AND #row > :head',
        ExpressionAttributeNames: { '#row': 'row' },
        ExpressionAttributeValues: { ':id': id, ':head': HEAD },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    found.push(...((page.Items ?? []) as RowItem[]));
    from = page.LastEvaluatedKey;
  } while (from);
  return found.map((item) => rowIn(readable('batchRow', item)));
}
