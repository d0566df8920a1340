import { AwsError } from '../aws/aws-error.ts';
import type { Meter } from '../aws/meter.ts';
import type { JsonObject } from '../json.ts';
import type { Store } from '../state/store.ts';
import type { ChangeLog, Intent } from './change-log.ts';
import type { Dynalite } from './dynalite.ts';
import { KeyedMutex } from './keyed-mutex.ts';
import { settingsOf, type TableSettings } from './table-settings.ts';
import { writeUnits } from './write-units.ts';

export type WriteOperation = 'PutItem' | 'UpdateItem' | 'DeleteItem';

/** The item's key attributes in key-schema order; undefined if one is missing from the input. */
export function keyOf({ keyNames }: TableSettings, item: JsonObject): JsonObject | undefined {
  const parts = keyNames.map((name) => [name, item[name]] as const);
  if (parts.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(parts) as JsonObject;
}

/**
 * Serialises writes per partition, so that the stream has the order of the writes, and logs each change of a
 * table with a stream. Implements ReturnValuesOnConditionCheckFailure, which dynalite ignores.
 */
export class ItemWriter {
  readonly #store: Store;
  readonly #dynalite: Dynalite;
  readonly #log: ChangeLog;
  readonly #meter: Meter;
  /** The key attributes of each index, by table. */
  readonly #indexes = new Map<string, Promise<string[][]>>();
  readonly #mutex = new KeyedMutex();

  constructor(store: Store, dynalite: Dynalite, log: ChangeLog, meter: Meter) {
    this.#meter = meter;
    this.#store = store;
    this.#dynalite = dynalite;
    this.#log = log;
  }

  /** Logs the changes of writes that a crash interrupted; must run before any other write. */
  async recover(): Promise<void> {
    for (const intent of this.#log.intents()) await this.#settle(intent);
  }

  async write(operation: WriteOperation, input: JsonObject, expired = false): Promise<JsonObject> {
    const { ReturnValuesOnConditionCheckFailure: onFailure, ...rest } = input;
    const table = String(input.TableName);
    const settings = settingsOf(this.#store, table);
    const item = (input.Key ?? input.Item ?? {}) as JsonObject;
    const key = settings && keyOf(settings, item);
    if (!settings || !key) return this.#dynalite.call(operation, rest);
    const partition = JSON.stringify([table, Object.values(key)[0]]);
    return this.#mutex.run(partition, async () => {
      const write = () => this.#call(operation, rest, key, onFailure === 'ALL_OLD');
      const metered = () => (expired ? write() : this.#metered(table, key, write));
      return settings.stream ? this.#logged({ table, key, expired }, metered) : metered();
    });
  }

  /** A write whose condition fails is billed like one that succeeds. */
  async #metered(table: string, key: JsonObject, write: () => Promise<JsonObject>) {
    const old = await this.#read(table, key);
    try {
      return await write();
    } finally {
      const units = writeUnits(await this.#indexesOf(table), old, await this.#read(table, key));
      this.#meter.add('dynamodb.write', table, units);
    }
  }

  /** Call after a table's indexes have changed. */
  forgetIndexes(table: string): void {
    this.#indexes.delete(table);
  }

  #indexesOf(table: string): Promise<string[][]> {
    const known = this.#indexes.get(table) ?? this.#describedIndexes(table);
    this.#indexes.set(table, known);
    return known;
  }

  async #describedIndexes(TableName: string): Promise<string[][]> {
    const { Table } = (await this.#dynalite.call('DescribeTable', { TableName })) as {
      Table?: {
        GlobalSecondaryIndexes?: readonly { KeySchema: readonly { AttributeName: string }[] }[];
      };
    };
    return (Table?.GlobalSecondaryIndexes ?? []).map(({ KeySchema }) =>
      KeySchema.map(({ AttributeName }) => AttributeName),
    );
  }

  async #logged(
    change: Pick<Intent, 'table' | 'key' | 'expired'>,
    write: () => Promise<JsonObject>,
  ) {
    const intent = this.#log.begin({ ...change, old: await this.#read(change.table, change.key) });
    try {
      return await write();
    } finally {
      await this.#settle(intent);
    }
  }

  async #settle(intent: Intent): Promise<void> {
    const view = settingsOf(this.#store, intent.table)?.stream ?? 'NEW_AND_OLD_IMAGES';
    this.#log.settle(intent, await this.#read(intent.table, intent.key), view);
  }

  async #call(operation: WriteOperation, input: JsonObject, key: JsonObject, returnOld: boolean) {
    try {
      return await this.#dynalite.call(operation, input);
    } catch (error) {
      if (!returnOld || !(error instanceof AwsError)) throw error;
      if (error.code !== 'ConditionalCheckFailedException') throw error;
      const old = await this.#read(String(input.TableName), key);
      throw new AwsError(error.code, error.message, error.status, old ? { Item: old } : {});
    }
  }

  async #read(table: string, key: JsonObject): Promise<JsonObject | undefined> {
    const input = { TableName: table, Key: key, ConsistentRead: true };
    return (await this.#dynalite.call('GetItem', input)).Item as JsonObject | undefined;
  }
}
