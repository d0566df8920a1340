import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { readable } from '../../domain/ledger/versions.ts';
import type { Answers, StandingAnswer } from '../../ports/access.ts';
import type { Clock, Random } from '../../ports/machine.ts';
import { conditionally, conflictingItem, dynamo, RETURN_CONFLICT } from '../dynamo-client.ts';
import { type AccessTable, accessKey } from './access-rows.ts';

/** Row of table `Access`. `lockedUntil` in epoch ms; `attempt` is who holds the key. */
interface AnswerRow extends StandingAnswer {
  readonly attempt: string;
  readonly lockedUntil: number;
}

export const dynamoAnswers = (
  { ACCESS_TABLE: table }: AccessTable,
  random: Random,
  clock: Clock,
): Answers => ({
  begin: async (key, payload, { lockedUntil, expiresAt }) => {
    const attempt = Buffer.from(random(16)).toString('hex');
    const item = { pk: accessKey.answer(key), payload, attempt, lockedUntil, expiresAt };
    const standing = await begin(table, item, clock.now());
    if (standing === undefined || standing.attempt === attempt) return { attempt };
    const { payload: before, answer } = readable('access', standing);
    return { standing: { payload: before, ...(answer !== undefined && { answer }) } };
  },
  keep: (key, attempt, answer) =>
    change(table, key, attempt, { set: 'SET answer = :value', value: answer }),
  release: (key, attempt) =>
    change(table, key, attempt, { set: 'SET lockedUntil = :value', value: 0 }),
});

/** Undefined if the key is free: nothing stands there, or what does is over. */
async function begin(table: string, item: object, now: Date): Promise<AnswerRow | undefined> {
  const put = new PutCommand({
    TableName: table,
    Item: item,
    ConditionExpression:
      'attribute_not_exists(pk) OR expiresAt <= :seconds OR (attribute_not_exists(answer) AND lockedUntil <= :now)',
    ExpressionAttributeValues: {
      ':seconds': Math.floor(now.getTime() / 1_000),
      ':now': now.getTime(),
    },
    ...RETURN_CONFLICT,
  });
  return (await conflictingItem(dynamo.send(put))) as AnswerRow | undefined;
}

interface Change {
  readonly set: string;
  readonly value: unknown;
}

/** Nothing where another request has taken the key over. */
async function change(
  table: string,
  key: string,
  attempt: string,
  { set, value }: Change,
): Promise<void> {
  const update = new UpdateCommand({
    TableName: table,
    Key: { pk: accessKey.answer(key) },
    UpdateExpression: set,
    ConditionExpression: 'attempt = :attempt AND attribute_not_exists(answer)',
    ExpressionAttributeValues: { ':attempt': attempt, ':value': value },
  });
  await conditionally(dynamo.send(update));
}
