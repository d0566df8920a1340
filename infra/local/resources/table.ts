import {
  CreateTableCommand,
  type CreateTableCommandInput,
  ResourceInUseException,
  UpdateContinuousBackupsCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { streamArn } from '../dynamodb/change-log.ts';
import { tableArn } from '../dynamodb/table-settings.ts';
import { provisioner, type Target } from './provisioner.ts';
import { Table, type TableProperties } from './table-properties.ts';
import { updateTable } from './table-update.ts';

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
