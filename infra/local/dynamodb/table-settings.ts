import { accountId, region } from '../aws/account.ts';
import type { JsonObject } from '../json.ts';
import type { Store } from '../state/store.ts';
import { type StreamViewType, streamArn } from './change-log.ts';

/** Table settings that dynalite does not support. */
export interface TableSettings {
  readonly name: string;
  readonly keyNames: readonly string[];
  readonly stream: StreamViewType | undefined;
  readonly deletionProtection: boolean;
  readonly pointInTimeRecovery: boolean;
  /** Name of the attribute with each item's expiry, in epoch seconds. */
  readonly timeToLive: string | undefined;
}

const kind = 'ddb-table';

export const saveSettings = (store: Store, settings: TableSettings): void =>
  store.put(kind, settings.name, settings);

export const settingsOf = (store: Store, table: string): TableSettings | undefined =>
  store.get<TableSettings>(kind, table);

export const allSettings = (store: Store): TableSettings[] => store.list<TableSettings>(kind);

export const forgetSettings = (store: Store, table: string): void => store.delete(kind, table);

export const tableArn = (table: string): string =>
  `arn:aws:dynamodb:${region}:${accountId}:table/${table}`;

const withIndexArn = (table: string) => (index: JsonObject) => ({
  ...index,
  IndexArn: `${tableArn(table)}/index/${String(index.IndexName)}`,
});

/** dynalite's table description, completed with this account's ARNs and the settings that dynalite lacks. */
export function describe(description: JsonObject, settings: TableSettings): JsonObject {
  const { name, stream, deletionProtection } = settings;
  const indexes = description.GlobalSecondaryIndexes as JsonObject[] | undefined;
  return {
    ...description,
    TableArn: tableArn(name),
    ...(indexes && { GlobalSecondaryIndexes: indexes.map(withIndexArn(name)) }),
    DeletionProtectionEnabled: deletionProtection,
    ...(stream && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: stream },
      LatestStreamArn: streamArn(name),
      LatestStreamLabel: 'local',
    }),
  };
}
