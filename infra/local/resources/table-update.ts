import { isDeepStrictEqual } from 'node:util';
import {
  type AttributeDefinition,
  DescribeTableCommand,
  type GlobalSecondaryIndex,
  type GlobalSecondaryIndexUpdate,
  type TableDescription,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import type { Target } from './provisioner.ts';
import type { TableProperties } from './table-properties.ts';

/**
 * Brings the indexes of an existing table to those of this template, one per update as DynamoDB requires.
 * Changes for which CloudFormation would replace the table are refused.
 */
export async function updateTable(
  TableName: string,
  table: TableProperties,
  { dynamoDb }: Target['aws'],
): Promise<void> {
  const { Table: standing = {} } = await dynamoDb.send(new DescribeTableCommand({ TableName }));
  if (!isDeepStrictEqual(primary(standing), primary(asDescribed(table))))
    throw new Error(`${TableName} has changed in the template: start afresh with --fresh`);
  const { AttributeDefinitions } = table;
  for (const update of indexUpdates(standing, asDescribed(table))) {
    const GlobalSecondaryIndexUpdates = [update];
    const input = { TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates };
    await dynamoDb.send(new UpdateTableCommand(input));
  }
}

const asDescribed = (table: TableProperties) => table as unknown as TableDescription;

/** Key schema and stream settings. */
const primary = ({ KeySchema, AttributeDefinitions, StreamSpecification }: TableDescription) => [
  KeySchema,
  KeySchema?.map(({ AttributeName }) => typeOf(AttributeDefinitions, AttributeName)),
  StreamSpecification?.StreamViewType,
];

const typeOf = (attributes: readonly AttributeDefinition[] = [], name: string | undefined) =>
  attributes.find(({ AttributeName }) => AttributeName === name)?.AttributeType;

/** A changed index is deleted and created again. */
function indexUpdates(
  standing: TableDescription,
  wanted: TableDescription,
): GlobalSecondaryIndexUpdate[] {
  const [before, after] = [standing, wanted].map(indexesOf) as [Index[], Index[]];
  const lacking = (these: readonly Index[], those: readonly Index[]) =>
    these.filter((one) => !those.some((other) => isDeepStrictEqual(one, other)));
  return [
    ...lacking(before, after).map(({ index: { IndexName } }) => ({ Delete: { IndexName } })),
    ...lacking(after, before).map(({ index }) => ({ Create: index })),
  ];
}

interface Index {
  readonly index: GlobalSecondaryIndex;
  readonly types: readonly (string | undefined)[];
}

const indexesOf = ({ GlobalSecondaryIndexes = [], AttributeDefinitions }: TableDescription) =>
  GlobalSecondaryIndexes.map(({ IndexName, KeySchema = [], Projection }): Index => {
    const types = KeySchema.map(({ AttributeName }) => typeOf(AttributeDefinitions, AttributeName));
    return { index: { IndexName, KeySchema, Projection }, types };
  });
