import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Malformed } from '../../domain/errors.ts';
import { readable } from '../../domain/ledger/versions.ts';
import type { Attempt, Delivery } from '../../domain/webhook/delivery.ts';
import type { Page } from '../../ports/lists.ts';
import type { Clock } from '../../ports/machine.ts';
import type { Deliveries } from '../../ports/webhooks.ts';
import { conditionally, conflictingItem, dynamo, RETURN_CONFLICT } from '../dynamo-client.ts';
import { opaque, readOpaque } from '../lists/opaque.ts';
import { systemClock } from '../machine/system-clock.ts';
import { type DeliveryItem, deliveryIn, deliveryItem, deliveryKey } from './webhook-items.ts';

/** Table `Webhooks`: see `DeliveryItem`. Expired rows not yet deleted are not returned. */
export const dynamoDeliveries = (
  { WEBHOOKS_TABLE: table }: { WEBHOOKS_TABLE: string },
  clock: Clock = systemClock,
): Deliveries => ({
  begin: (delivery) => begin(table, delivery, clock),
  find: (endpointId, id) => find(table, endpointId, id, clock),
  list: (query) => list(table, query, clock),
  record: (endpointId, id, attempt) => record(table, endpointId, id, attempt),
});

const secondsNow = (clock: Clock): number => Math.floor(clock.now().getTime() / 1000);

const read = (item: unknown): Delivery => deliveryIn(readable('delivery', item as DeliveryItem));

async function begin(table: string, delivery: Delivery, clock: Clock): Promise<Delivery> {
  const write = new PutCommand({
    TableName: table,
    Item: deliveryItem(delivery, clock.now()),
    ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
    ExpressionAttributeValues: { ':now': secondsNow(clock) },
    ...RETURN_CONFLICT,
  });
  const standing = await conflictingItem(dynamo.send(write));
  return standing ? read(standing) : delivery;
}

async function find(
  table: string,
  endpointId: string,
  id: string,
  clock: Clock,
): Promise<Delivery | undefined> {
  const { Item } = await dynamo.send(
    new GetCommand({ TableName: table, Key: deliveryKey(endpointId, id), ConsistentRead: true }),
  );
  const isThere = Item && (Item as DeliveryItem).expiresAt > secondsNow(clock);
  return isThere ? read(Item) : undefined;
}

const Cursor = z.strictObject({ endpointId: z.string(), after: z.string() });

function placeIn(cursor: string, endpointId: string): string {
  const parsed = Cursor.safeParse(readOpaque(cursor));
  if (parsed.success && parsed.data.endpointId === endpointId) return parsed.data.after;
  throw new Malformed([{ path: 'cursor', message: 'not a cursor of this list' }]);
}

async function list(
  table: string,
  { endpointId, limit, cursor }: Parameters<Deliveries['list']>[0],
  clock: Clock,
): Promise<Page<Delivery>> {
  const { pk } = deliveryKey(endpointId, '');
  const page = await dynamo.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      FilterExpression: 'expiresAt > :now',
      ExpressionAttributeValues: { ':pk': pk, ':now': secondsNow(clock) },
      ScanIndexForward: false,
      Limit: limit,
      ExclusiveStartKey: cursor === undefined ? undefined : { pk, sk: placeIn(cursor, endpointId) },
    }),
  );
  const items = (page.Items ?? []).map(read);
  const last = page.LastEvaluatedKey?.sk as string | undefined;
  return last ? { items, cursor: opaque({ endpointId, after: last }) } : { items };
}

async function record(
  table: string,
  endpointId: string,
  id: string,
  attempt: Attempt,
): Promise<Delivery | undefined> {
  let after: unknown;
  const write = dynamo.send(
    new UpdateCommand({
      TableName: table,
      Key: deliveryKey(endpointId, id),
      UpdateExpression: 'SET attempts = list_append(attempts, :attempt)',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':attempt': [attempt] },
      ReturnValues: 'ALL_NEW',
    }),
  );
  const isThere = await conditionally(
    write.then(({ Attributes }) => {
      after = Attributes;
    }),
  );
  return isThere ? read(after) : undefined;
}
