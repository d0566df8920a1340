import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { conditionally, dynamo } from '../dynamo-client.ts';

/**
 * Puts an item projected from a ledger up to `seq`, unless a newer one is stored; false in that case. Stream
 * records may arrive out of order. For tables with key `id`.
 */
export async function putUnlessOlder(table: string, item: { seq: number }): Promise<boolean> {
  const write = new PutCommand({
    TableName: table,
    Item: item,
    ConditionExpression: 'attribute_not_exists(id) OR seq <= :seq',
    ExpressionAttributeValues: { ':seq': item.seq },
  });
  return conditionally(dynamo.send(write));
}
