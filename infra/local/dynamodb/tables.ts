import * as z from 'zod';
import { AwsError } from '../aws/aws-error.ts';
import { type Operation, operation } from '../aws/wire.ts';
import type { JsonObject } from '../json.ts';
import type { Store } from '../state/store.ts';
import { type Dynalite, knownMembers, untilActive } from './dynalite.ts';
import { changeIndexes, UpdateTable } from './index-updates.ts';
import {
  describe,
  forgetSettings,
  saveSettings,
  settingsOf,
  type TableSettings,
  tableArn,
} from './table-settings.ts';

const StreamSpecification = z.strictObject({
  StreamEnabled: z.boolean(),
  StreamViewType: z.enum(['NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'OLD_IMAGE', 'KEYS_ONLY']).optional(),
});

const passed = Object.fromEntries(
  knownMembers('CreateTable').map((name) => [name, z.json().optional()]),
);

const CreateTable = z.strictObject({
  ...passed,
  TableName: z.string(),
  KeySchema: z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.string() })),
  StreamSpecification: StreamSpecification.optional(),
  SSESpecification: z.json().optional(),
  DeletionProtectionEnabled: z.boolean().optional(),
  TableClass: z.enum(['STANDARD', 'STANDARD_INFREQUENT_ACCESS']).optional(),
  Tags: z.json().optional(),
});

const TableName = z.strictObject({ TableName: z.string() });

const UpdateTimeToLive = z.strictObject({
  TableName: z.string(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string(), Enabled: z.boolean() }),
});

const UpdateContinuousBackups = z.strictObject({
  TableName: z.string(),
  PointInTimeRecoverySpecification: z.strictObject({
    PointInTimeRecoveryEnabled: z.boolean(),
    RecoveryPeriodInDays: z.int().min(1).max(35).optional(),
  }),
});

function settingsFrom(input: z.output<typeof CreateTable>): TableSettings {
  const { StreamSpecification: stream } = input;
  return {
    name: input.TableName,
    keyNames: input.KeySchema.map(({ AttributeName }) => AttributeName),
    stream: stream?.StreamEnabled ? stream.StreamViewType : undefined,
    deletionProtection: input.DeletionProtectionEnabled ?? false,
    pointInTimeRecovery: false,
    timeToLive: undefined,
  };
}

const onlyPassed = (input: object): JsonObject =>
  Object.fromEntries(
    Object.entries(input).filter(([name, value]) => name in passed && value !== undefined),
  );

const continuousBackups = ({ pointInTimeRecovery }: TableSettings) => ({
  ContinuousBackupsDescription: {
    ContinuousBackupsStatus: 'ENABLED',
    PointInTimeRecoveryDescription: {
      PointInTimeRecoveryStatus: pointInTimeRecovery ? 'ENABLED' : 'DISABLED',
    },
  },
});

/** Table operations: dynalite's own, plus streams, time to live and point-in-time recovery settings. */
export function tableOperations(
  store: Store,
  dynalite: Dynalite,
  onIndexesChanged: (table: string) => void,
): Readonly<Record<string, Operation>> {
  function require(table: string): TableSettings {
    const settings = settingsOf(store, table);
    if (settings) return settings;
    throw new AwsError('ResourceNotFoundException', `Table not found: ${tableArn(table)}`);
  }
  return {
    CreateTable: operation(CreateTable, async (input) => {
      await dynalite.call('CreateTable', onlyPassed(input));
      saveSettings(store, settingsFrom(input));
      const description = await untilActive(dynalite, input.TableName);
      return { TableDescription: describe(description, require(input.TableName)) };
    }),
    DescribeTable: operation(TableName, async (input) => {
      const { Table } = await dynalite.call('DescribeTable', input);
      return { Table: describe(Table as JsonObject, require(input.TableName)) };
    }),
    UpdateTable: operation(UpdateTable, async (input) => {
      const settings = require(input.TableName);
      const description = await changeIndexes(store, dynalite, input);
      onIndexesChanged(input.TableName);
      return { TableDescription: describe(description, settings) };
    }),
    DeleteTable: operation(TableName, async (input) => {
      if (require(input.TableName).deletionProtection)
        throw new AwsError('ValidationException', 'Deletion protection is enabled for the table');
      const output = await dynalite.call('DeleteTable', input);
      forgetSettings(store, input.TableName);
      return output;
    }),
    UpdateTimeToLive: operation(UpdateTimeToLive, (input) => {
      const { AttributeName, Enabled } = input.TimeToLiveSpecification;
      const timeToLive = Enabled ? AttributeName : undefined;
      saveSettings(store, { ...require(input.TableName), timeToLive });
      return { TimeToLiveSpecification: input.TimeToLiveSpecification };
    }),
    DescribeTimeToLive: operation(TableName, (input) => {
      const { timeToLive } = require(input.TableName);
      const description = timeToLive
        ? { TimeToLiveStatus: 'ENABLED', AttributeName: timeToLive }
        : { TimeToLiveStatus: 'DISABLED' };
      return { TimeToLiveDescription: description };
    }),
    UpdateContinuousBackups: operation(UpdateContinuousBackups, (input) => {
      const pointInTimeRecovery = input.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled;
      const settings = { ...require(input.TableName), pointInTimeRecovery };
      saveSettings(store, settings);
      return continuousBackups(settings);
    }),
    DescribeContinuousBackups: operation(TableName, (input) =>
      continuousBackups(require(input.TableName)),
    ),
  };
}
