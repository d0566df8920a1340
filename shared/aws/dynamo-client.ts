import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';

/** Module-scope client, shared by the calls of a warm function. */
export const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});

/** True if the write succeeded, false if its condition failed; rethrows other errors. */
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
 * The item that made a conditional write fail, or undefined if it succeeded; rethrows other errors. Use with
 * `RETURN_CONFLICT`: DynamoDB then returns the item without a read unit or a grant to read.
 */
export async function conflictingItem(
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

export const RETURN_CONFLICT = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
