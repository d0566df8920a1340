import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Counters } from '../../ports/access.ts';
import type { Random } from '../../ports/machine.ts';
import { conditionally, conflictingItem, dynamo, RETURN_CONFLICT } from '../dynamo-client.ts';
import { type AccessTable, accessKey } from './access-rows.ts';

/** The row outlives its window, since counts may still be given back. */
const KEPT_SECONDS = 86_400;

/** Rows of table `Access`, one per counter, deleted by TTL. */
export const dynamoCounters = ({ ACCESS_TABLE }: AccessTable, random: Random): Counters => ({
  take: (counter, amount, most, endsAt) =>
    take(ACCESS_TABLE, counter, { amount, most, endsAt, attempt: attemptOf(random) }),
  taken: (counter, endsAt) => takenSoFar(ACCESS_TABLE, counter, endsAt),
  giveBack: (counter, amount) => giveBack(ACCESS_TABLE, counter, amount, attemptOf(random)),
});

const attemptOf = (random: Random): string => Buffer.from(random(16)).toString('hex');

interface Taking {
  readonly amount: number;
  readonly most: number;
  readonly endsAt: Date;
  readonly attempt: string;
}

/** `lastBy` makes the SDK's retry after a lost response idempotent. */
async function take(
  table: string,
  counter: string,
  { amount, most, endsAt, attempt }: Taking,
): Promise<boolean> {
  if (amount > most) return false;
  const update = new UpdateCommand({
    TableName: table,
    Key: { pk: accessKey.count(counter) },
    UpdateExpression: 'ADD taken :amount SET lastBy = :attempt, expiresAt = :expiresAt',
    ConditionExpression: 'attribute_not_exists(pk) OR (taken <= :room AND lastBy <> :attempt)',
    ExpressionAttributeValues: {
      ':amount': amount,
      ':room': most - amount,
      ':attempt': attempt,
      ':expiresAt': expiryOf(endsAt),
    },
    ...RETURN_CONFLICT,
  });
  const standing = await conflictingItem(dynamo.send(update));
  return standing === undefined || standing.lastBy === attempt;
}

/** Adds nothing and gets the sum: so whoever may count needs no right to read. */
async function takenSoFar(table: string, counter: string, endsAt: Date): Promise<number> {
  const update = new UpdateCommand({
    TableName: table,
    Key: { pk: accessKey.count(counter) },
    UpdateExpression:
      'ADD taken :none SET lastBy = if_not_exists(lastBy, :nobody), expiresAt = :expiresAt',
    ExpressionAttributeValues: { ':none': 0, ':nobody': '', ':expiresAt': expiryOf(endsAt) },
    ReturnValues: 'UPDATED_NEW',
  });
  const { Attributes } = await dynamo.send(update);
  return Number(Attributes?.taken ?? 0);
}

const expiryOf = (endsAt: Date): number => Math.ceil(endsAt.getTime() / 1_000) + KEPT_SECONDS;

/** Never below zero, if repeated after a lost response. */
async function giveBack(
  table: string,
  counter: string,
  amount: number,
  attempt: string,
): Promise<void> {
  const update = new UpdateCommand({
    TableName: table,
    Key: { pk: accessKey.count(counter) },
    UpdateExpression: 'ADD taken :less SET lastBy = :attempt',
    ConditionExpression: 'taken >= :amount AND lastBy <> :attempt',
    ExpressionAttributeValues: {
      ':less': -amount,
      ':amount': amount,
      ':attempt': attempt,
    },
  });
  await conditionally(dynamo.send(update));
}
