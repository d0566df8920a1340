import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Codes, Link } from '../../ports/access.ts';
import type { Random } from '../../ports/machine.ts';
import { conditionally, dynamo } from '../dynamo-client.ts';
import { type AccessRows, accessKey } from './access-rows.ts';

/** Longer than any round. */
const KEPT_SECONDS = 90 * 86_400;

interface SendingsRow {
  /** Epoch ms, oldest first. */
  readonly instants: readonly number[];
  /** Attempt id of the last write. */
  readonly writtenBy?: string;
}

/** Instants at which codes were sent to a party in one round. */
export const dynamoSendings = (
  rows: AccessRows,
  random: Random,
): Pick<Codes, 'sendings' | 'reserveSending' | 'releaseSending'> => ({
  sendings: (link) => sendings(rows, link),
  reserveSending: (link, before, now) =>
    replace(
      rows,
      link,
      { before, after: [...before, now] },
      {
        attempt: attemptOf(random),
        expiresAt: Math.ceil(now / 1000) + KEPT_SECONDS,
      },
    ),
  releaseSending: (link, instant) => release(rows, random, link, instant),
});

async function sendings(rows: AccessRows, link: Link): Promise<readonly number[]> {
  const row = await rows.get<SendingsRow>(accessKey.sendings(link));
  return row?.instants ?? [];
}

/** Retries if another writer changes the list. */
async function release(
  rows: AccessRows,
  random: Random,
  link: Link,
  instant: number,
): Promise<void> {
  for (;;) {
    const before = await sendings(rows, link);
    if (!before.includes(instant)) return;
    const after = before.filter((each) => each !== instant);
    // An empty list expires at once, and an expired row reads as empty.
    const kept = after.length > 0 ? KEPT_SECONDS : 0;
    const expiresAt = Math.floor(instant / 1000) + kept;
    const write = { attempt: attemptOf(random), expiresAt };
    if (await replace(rows, link, { before, after }, write)) return;
  }
}

const attemptOf = (random: Random): string => Buffer.from(random(16)).toString('hex');

/** True if the list had not changed since it was read. */
async function replace(
  rows: AccessRows,
  link: Link,
  { before, after }: { before: readonly number[]; after: readonly number[] },
  { attempt, expiresAt }: { attempt: string; expiresAt: number },
): Promise<boolean> {
  const last = before.length - 1;
  const update = new UpdateCommand({
    TableName: rows.table,
    Key: { pk: accessKey.sendings(link) },
    UpdateExpression:
      'SET instants = :instants, sent = :after, writtenBy = :attempt, expiresAt = :expiresAt',
    ConditionExpression:
      last < 0
        ? 'attribute_not_exists(pk) OR sent = :before'
        : `sent = :before AND instants[${last}] = :last`,
    ExpressionAttributeValues: {
      ':instants': after,
      ':before': before.length,
      ':after': after.length,
      ':attempt': attempt,
      ':expiresAt': expiresAt,
      ...(last >= 0 && { ':last': before[last] }),
    },
  });
  return (await conditionally(dynamo.send(update))) || (await isOwn(rows, link, attempt));
}

/** Recognises an SDK retry after a lost response as its own write. */
async function isOwn(rows: AccessRows, link: Link, attempt: string): Promise<boolean> {
  const row = await rows.get<SendingsRow>(accessKey.sendings(link));
  return row?.writtenBy === attempt;
}
