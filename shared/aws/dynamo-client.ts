import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';

/** Module-scope client, shared by the calls of a warm function. */
export const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});

/** True if the write was made, false if its condition did not hold; other errors pass through. */
export async function conditionally(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/**
 * The item that stood in the way of a conditional write, or undefined if the write was made; other errors pass
 * through. The write asks for it with `IN_THE_WAY`: DynamoDB then answers the item as its condition found it, for
 * no read unit and without a grant to read.
 */
export async function inTheWay(
  write: Promise<unknown>,
): Promise<Record<string, unknown> | undefined> {
  try {
    await write;
    return undefined;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return unmarshall(error.Item ?? {});
    throw error;
  }
}

export const IN_THE_WAY = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
