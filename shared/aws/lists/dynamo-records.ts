import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { storedAs } from '../../contract/stored.ts';
import { PublicRecord } from '../../contract/verifier.ts';
import type { Expiring, Records } from '../../ports/lists.ts';
import type { Clock } from '../../ports/machine.ts';
import { dynamo } from '../dynamo-client.ts';
import { isExpired } from '../expired.ts';
import { putUnlessOlder } from './put-unless-older.ts';

/** Table `Records`: one item per envelope, with an index on the signed file's SHA-256. */
export const dynamoRecords = (
  { RECORDS_TABLE: table }: { RECORDS_TABLE: string },
  clock: Clock,
): Records => ({
  put: async (record) => void (await putUnlessOlder(table, record)),
  find: async (id) => kept(await find(table, id), clock),
  findBySha256: async (sha256) => kept(await findBySha256(table, sha256), clock),
});

/** DynamoDB may keep an expired row for two days. */
const kept = (row: Row | undefined, clock: Clock): PublicRecord | undefined =>
  row && !isExpired(row, clock) ? storedAs('record', PublicRecord, row) : undefined;

type Row = PublicRecord & Expiring;

async function find(table: string, id: string): Promise<Row | undefined> {
  const { Item } = await dynamo.send(new GetCommand({ TableName: table, Key: { id } }));
  return Item as Row | undefined;
}

async function findBySha256(table: string, sha256: string): Promise<Row | undefined> {
  const { Items } = await dynamo.send(
    new QueryCommand({
      TableName: table,
      IndexName: 'by-sha256',
      KeyConditionExpression: 'sha256 = :sha256',
      ExpressionAttributeValues: { ':sha256': sha256 },
      Limit: 1,
    }),
  );
  return Items?.[0] as Row | undefined;
}
