import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { TaskToken, TaskTokens } from '../../ports/access.ts';
import type { Clock } from '../../ports/machine.ts';
import { conditionally, dynamo } from '../dynamo-client.ts';
import { type AccessRows, type AccessTable, accessKey, accessRows } from './access-rows.ts';

export function dynamoTaskTokens(env: AccessTable, clock: Clock): TaskTokens {
  const rows = accessRows(env, clock);
  return {
    put: (envelopeId, party, token, expiresAt) =>
      put(rows, accessKey.turn(envelopeId, party), token, expiresAt),
    find: (envelopeId, party) => find(rows, accessKey.turn(envelopeId, party)),
  };
}

/** Conditional, so that a late or repeated put never replaces the token of a later wait. */
async function put(
  { table }: AccessRows,
  pk: string,
  token: TaskToken,
  expiresAt: number,
): Promise<boolean> {
  const command = new PutCommand({
    TableName: table,
    Item: { ...token, pk, expiresAt },
    ConditionExpression:
      'attribute_not_exists(pk) OR attribute_not_exists(#order) OR #order <= :order',
    ExpressionAttributeNames: { '#order': 'order' },
    ExpressionAttributeValues: { ':order': token.order },
  });
  return conditionally(dynamo.send(command));
}

async function find(rows: AccessRows, pk: string): Promise<TaskToken | undefined> {
  const row = await rows.get<TaskToken>(pk);
  return row && { token: row.token, seq: row.seq, order: row.order ?? 0 };
}
