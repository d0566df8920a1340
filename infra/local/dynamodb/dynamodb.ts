import * as z from 'zod';
import { AwsError } from '../aws/aws-error.ts';
import type { Meter } from '../aws/meter.ts';
import { jsonService, type Operation, operation, type Service } from '../aws/wire.ts';
import type { JsonObject } from '../json.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../time/clock.ts';
import { ChangeLog } from './change-log.ts';
import { Dynalite, knownMembers } from './dynalite.ts';
import { ItemWriter, keyOf, type WriteOperation } from './item-writer.ts';
import { finishRemaking } from './remake-table.ts';
import { settingsOf } from './table-settings.ts';
import { tableOperations } from './tables.ts';
import { sweepExpired } from './time-to-live.ts';

/** Input schema of an operation: the members that dynalite knows, and `extra` ones that are handled here. */
const inputOf = (name: string, ...extra: readonly string[]) =>
  z.strictObject(
    Object.fromEntries(
      [...knownMembers(name), ...extra].map((member) => [member, z.json().optional()]),
    ),
  );

const passThrough = (dynalite: Dynalite, name: string): Operation =>
  operation(inputOf(name), (input) => dynalite.call(name, input as JsonObject));

/** A read of one table, metered by the capacity units that dynalite reports. */
const metered = (dynalite: Dynalite, meter: Meter, name: 'GetItem' | 'Query'): Operation =>
  operation(inputOf(name), async (input) => {
    const asked = { ...input, ReturnConsumedCapacity: 'TOTAL' } as JsonObject;
    const { ConsumedCapacity, ...output } = await dynalite.call(name, asked);
    const { CapacityUnits = 0 } = (ConsumedCapacity ?? {}) as { CapacityUnits?: number };
    meter.add('dynamodb.read', String(input.TableName), Number(CapacityUnits));
    return input.ReturnConsumedCapacity === undefined ? output : { ...output, ConsumedCapacity };
  });

/** dynalite's Scan is always strongly consistent, so ConsistentRead is dropped. */
const scan = (dynalite: Dynalite): Operation =>
  operation(inputOf('Scan', 'ConsistentRead'), ({ ConsistentRead: _, ...input }) =>
    dynalite.call('Scan', input as JsonObject),
  );

const write = (writer: ItemWriter, name: WriteOperation): Operation =>
  operation(inputOf(name, 'ReturnValuesOnConditionCheckFailure'), (input) =>
    writer.write(name, input as JsonObject),
  );

const Item = z.record(z.string(), z.json());
const WriteRequest = z.union([
  z.strictObject({ PutRequest: z.strictObject({ Item }) }),
  z.strictObject({ DeleteRequest: z.strictObject({ Key: Item }) }),
]);
const BatchWriteItem = z.strictObject({
  RequestItems: z.record(z.string(), z.array(WriteRequest).min(1)),
});

interface SingleWrite {
  readonly name: WriteOperation;
  readonly input: JsonObject;
}

const toSingleWrites = ({ RequestItems }: z.output<typeof BatchWriteItem>): SingleWrite[] =>
  Object.entries(RequestItems).flatMap(([TableName, requests]) =>
    requests.map((request): SingleWrite => {
      if ('PutRequest' in request)
        return { name: 'PutItem', input: { TableName, ...request.PutRequest } as JsonObject };
      return { name: 'DeleteItem', input: { TableName, ...request.DeleteRequest } as JsonObject };
    }),
  );

/** BatchWriteItem accepts 1 to 25 requests and no key twice. */
function checkBatch(store: Store, writes: readonly SingleWrite[]): void {
  if (writes.length === 0 || writes.length > 25)
    throw new AwsError('ValidationException', 'A batch holds 1 to 25 write requests');
  const keys = writes.map(({ input }) => {
    const settings = settingsOf(store, String(input.TableName));
    const item = (input.Item ?? input.Key) as JsonObject;
    return JSON.stringify([input.TableName, settings && keyOf(settings, item)]);
  });
  if (new Set(keys).size < keys.length)
    throw new AwsError('ValidationException', 'Provided list of item keys contains duplicates');
}

const batchWrite = (store: Store, writer: ItemWriter): Operation =>
  operation(BatchWriteItem, async (input) => {
    const writes = toSingleWrites(input);
    checkBatch(store, writes);
    for (const single of writes) await writer.write(single.name, single.input);
    return { UnprocessedItems: {} };
  });

export interface DynamoDb {
  readonly service: Service;
  /** The tables' streams, read by the event sources. */
  readonly changes: ChangeLog;
  /** Deletes expired items (time to live). */
  readonly sweep: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Amazon DynamoDB: dynalite on disk in `folder`, with durable streams, time to live and
 * ReturnValuesOnConditionCheckFailure in front. Transactions are refused.
 */
export async function startDynamoDb(
  store: Store,
  clock: Clock,
  meter: Meter,
  folder: string,
): Promise<DynamoDb> {
  const dynalite = await Dynalite.start(folder);
  await finishRemaking(store, dynalite);
  const changes = new ChangeLog(store, clock);
  const writer = new ItemWriter(store, dynalite, changes, meter);
  await writer.recover();
  const service = jsonService('DynamoDB_20120810', {
    ...tableOperations(store, dynalite, (table) => writer.forgetIndexes(table)),
    ListTables: passThrough(dynalite, 'ListTables'),
    GetItem: metered(dynalite, meter, 'GetItem'),
    BatchGetItem: passThrough(dynalite, 'BatchGetItem'),
    Query: metered(dynalite, meter, 'Query'),
    Scan: scan(dynalite),
    PutItem: write(writer, 'PutItem'),
    UpdateItem: write(writer, 'UpdateItem'),
    DeleteItem: write(writer, 'DeleteItem'),
    BatchWriteItem: batchWrite(store, writer),
  });
  const sweep = () => sweepExpired(store, dynalite, writer, clock.now());
  return { service, changes, sweep, close: () => dynalite.close() };
}
