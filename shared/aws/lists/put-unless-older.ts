import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { conditionally, dynamo } from '../dynamo-client.ts';

/**
 * Puts an item that was made of a ledger up to `seq`, unless a newer one stands there: the records of the
 * stream may come late. False if one does. For tables whose key has `id`.
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
