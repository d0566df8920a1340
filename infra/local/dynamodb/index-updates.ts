import * as z from 'zod';
import { AwsError } from '../aws/aws-error.ts';
import type { JsonObject } from '../json.ts';
import type { Store } from '../state/store.ts';
import { type Dynalite, untilActive } from './dynalite.ts';
import { remakeTable, type TableDefinition } from './remake-table.ts';

const KeySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.string() }));

const Index = z.strictObject({
  IndexName: z.string(),
  KeySchema,
  Projection: z.strictObject({
    ProjectionType: z.string(),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});

const Attributes = z.array(
  z.strictObject({ AttributeName: z.string(), AttributeType: z.string() }),
);

const IndexUpdate = z.union([
  z.strictObject({ Create: Index }),
  z.strictObject({ Delete: z.strictObject({ IndexName: z.string() }) }),
]);

/** UpdateTable, restricted to index changes. */
export const UpdateTable = z.strictObject({
  TableName: z.string(),
  AttributeDefinitions: Attributes.optional(),
  GlobalSecondaryIndexUpdates: z.array(IndexUpdate).min(1),
});

type Indexes = z.output<typeof Index>[];

/** The existing table, without the fields that DescribeTable adds. */
const Standing = z.object({
  KeySchema,
  AttributeDefinitions: Attributes,
  BillingModeSummary: z.object({ BillingMode: z.string() }),
  GlobalSecondaryIndexes: z
    .array(z.object({ ...Index.shape, Projection: z.object(Index.shape.Projection.shape) }))
    .default([]),
});

/** Creates or deletes one index, the most DynamoDB does per update; returns dynalite's table description. */
export async function changeIndexes(
  store: Store,
  dynalite: Dynalite,
  { TableName, ...asked }: z.output<typeof UpdateTable>,
): Promise<JsonObject> {
  const [update, ...others] = asked.GlobalSecondaryIndexUpdates;
  if (!update || others.length > 0) throw new AwsError('LimitExceededException', ONLY_ONE);
  const standing = Standing.parse(await untilActive(dynalite, TableName));
  const indexes = changed(standing.GlobalSecondaryIndexes, update);
  const attributes = [...(asked.AttributeDefinitions ?? []), ...standing.AttributeDefinitions];
  await remakeTable(store, dynalite, {
    TableName,
    KeySchema: standing.KeySchema,
    BillingMode: standing.BillingModeSummary.BillingMode,
    AttributeDefinitions: inKeys(attributes, [standing.KeySchema, ...indexes.map(keysOf)]),
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
  } as TableDefinition);
  return untilActive(dynalite, TableName);
}

const ONLY_ONE =
  'Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table';

const keysOf = ({ KeySchema: keys }: Indexes[number]) => keys;

function changed(indexes: Indexes, update: z.output<typeof IndexUpdate>): Indexes {
  const name = 'Create' in update ? update.Create.IndexName : update.Delete.IndexName;
  const others = indexes.filter(({ IndexName }) => IndexName !== name);
  if ('Create' in update) {
    if (others.length < indexes.length)
      throw new AwsError('ValidationException', `Index already exists: ${name}`);
    return [...others, update.Create];
  }
  if (others.length === indexes.length)
    throw new AwsError('ResourceNotFoundException', `Index not found: ${name}`);
  return others;
}

/** Attribute definitions without duplicates, and only those used in a key: dynalite rejects others. */
function inKeys(
  attributes: z.output<typeof Attributes>,
  keys: readonly z.output<typeof KeySchema>[],
) {
  const named = new Set(keys.flat().map(({ AttributeName }) => AttributeName));
  const byName = new Map(attributes.toReversed().map((it) => [it.AttributeName, it]));
  return [...byName.values()].filter(({ AttributeName }) => named.has(AttributeName));
}
