import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { PublicRecord } from '../contract/verifier.ts';
import type { Records } from '../ports.ts';
import { conditionally, dynamo } from './dynamo-client.ts';

/** Table `Records`: an item an envelope, with an index on the signed file's SHA-256. */
export const dynamoRecords = ({ RECORDS_TABLE: table }: { RECORDS_TABLE: string }): Records => ({
  put: (record) => put(table, record),
  find: (id) => find(table, id),
  findBySha256: (sha256) => findBySha256(table, sha256),
});

async function put(table: string, record: PublicRecord & { seq: number }): Promise<void> {
  const write = new PutCommand({
    TableName: table,
    Item: record,
    ConditionExpression: 'attribute_not_exists(id) OR seq <= :seq',
    ExpressionAttributeValues: { ':seq': record.seq },
  });
  await conditionally(dynamo.send(write));
}

async function find(table: string, id: string): Promise<PublicRecord | undefined> {
  const { Item } = await dynamo.send(new GetCommand({ TableName: table, Key: { id } }));
  return Item && PublicRecord.parse(Item);
}

async function findBySha256(table: string, sha256: string): Promise<PublicRecord | undefined> {
  const { Items } = await dynamo.send(
    new QueryCommand({
      TableName: table,
      IndexName: 'by-sha256',
      KeyConditionExpression: 'sha256 = :sha256',
      ExpressionAttributeValues: { ':sha256': sha256 },
      Limit: 1,
    }),
  );
  return Items?.[0] && PublicRecord.parse(Items[0]);
}
