import {
  CreateTableCommand,
  type CreateTableCommandInput,
  ResourceInUseException,
  UpdateContinuousBackupsCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { streamArn } from '../dynamodb/change-log.ts';
import { tableArn } from '../dynamodb/table-settings.ts';
import { provisioner, type Target, unused } from './provisioner.ts';
import { updateTable } from './table-update.ts';

const KeySchema = z.array(
  z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }),
);

/** As CloudFormation has it. */
const Table = z.strictObject({
  TableName: z.string().optional(),
  KeySchema,
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: z
    .array(
      z.strictObject({
        IndexName: z.string(),
        KeySchema,
        Projection: z.strictObject({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
        ContributorInsightsSpecification: unused,
      }),
    )
    .optional(),
  BillingMode: z.literal('PAY_PER_REQUEST'),
  StreamSpecification: z
    .strictObject({
      StreamViewType: z.enum(['NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'OLD_IMAGE', 'KEYS_ONLY']),
    })
    .optional(),
  TimeToLiveSpecification: z
    .strictObject({ AttributeName: z.string(), Enabled: z.boolean() })
    .optional(),
  PointInTimeRecoverySpecification: z
    .strictObject({
      PointInTimeRecoveryEnabled: z.boolean(),
      RecoveryPeriodInDays: z.number().optional(),
    })
    .optional(),
  SSESpecification: unused,
  DeletionProtectionEnabled: unused,
  Replicas: unused,
  TableClass: unused,
  ContributorInsightsSpecification: unused,
  Tags: unused,
});

export type TableProperties = z.output<typeof Table>;

async function create(name: string, table: TableProperties, { aws }: Target) {
  const { KeySchema: keys, AttributeDefinitions, GlobalSecondaryIndexes } = table;
  const input = {
    TableName: name,
    KeySchema: keys,
    AttributeDefinitions,
    BillingMode: table.BillingMode,
    ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes }),
    ...(table.StreamSpecification && {
      StreamSpecification: { StreamEnabled: true, ...table.StreamSpecification },
    }),
  } as CreateTableCommandInput;
  try {
    await aws.dynamoDb.send(new CreateTableCommand(input));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
    await updateTable(name, table, aws);
  }
}

async function configure(TableName: string, table: TableProperties, { aws }: Target) {
  const { TimeToLiveSpecification, PointInTimeRecoverySpecification } = table;
  if (TimeToLiveSpecification)
    await aws.dynamoDb.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  if (PointInTimeRecoverySpecification)
    await aws.dynamoDb.send(
      new UpdateContinuousBackupsCommand({
        TableName,
        PointInTimeRecoverySpecification: {
          PointInTimeRecoveryEnabled: PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled,
        },
      }),
    );
}

export const provisionTable = provisioner(Table, async (request, target) => {
  const name = request.properties.TableName ?? request.name;
  await create(name, request.properties, target);
  await configure(name, request.properties, target);
  return { ref: name, attributes: { Arn: tableArn(name), StreamArn: streamArn(name) } };
});
