import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Status } from '../../domain/envelope/envelope.ts';
import type { Evidence } from '../../ports/ledger.ts';
import type { Pause } from '../../ports/machine.ts';
import { dynamo } from '../dynamo-client.ts';
import { findHead } from '../envelopes/words/put-words.ts';
import { wordKey } from '../envelopes/words/word-items.ts';
import { groupKey } from '../lists/envelope-rows.ts';
import { systemPause } from '../machine/system-pause.ts';

interface Tables {
  readonly LEDGER_TABLE: string;
  readonly ENVELOPES_TABLE: string;
}

/** Deletes from tables `Ledger` and `Envelopes`; for `forget` only. */
export const dynamoEvidence = (tables: Tables, pause: Pause = systemPause): Evidence => ({
  endedDrafts: (instant) => endedDrafts(tables.ENVELOPES_TABLE, instant),
  untouchedSince: (instant) => untouchedSince(tables.ENVELOPES_TABLE, instant),
  remove: (envelopeIds) => remove(tables, envelopeIds, pause),
});

const PURGED: Status = 'purged';
const DRAFT: Status = 'draft';

async function* untouchedSince(table: string, instant: string): AsyncIterable<string> {
  const query = {
    TableName: table,
    IndexName: 'status-updated',
    KeyConditionExpression: '#status = :purged AND updatedAt <= :instant',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':purged': PURGED, ':instant': instant },
    ScanIndexForward: true,
  };
  for await (const { id } of itemsOf(query)) yield id as string;
}

/** Few: at most the drafts of `draftDays`. */
async function* endedDrafts(table: string, instant: Date): AsyncIterable<string> {
  const query = {
    TableName: table,
    IndexName: 'status-updated',
    KeyConditionExpression: '#status = :draft',
    FilterExpression: 'expiresAt <= :instant',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: {
      ':draft': DRAFT,
      ':instant': Math.floor(instant.getTime() / 1000),
    },
  };
  for await (const { id } of itemsOf(query)) yield id as string;
}

/**
 * Deletes the newest remaining entry of each ledger, round by round, so that an interrupted deletion leaves
 * shorter valid chains; the list rows last, since the next run finds the ledgers by them.
 */
async function remove(tables: Tables, envelopeIds: readonly string[], pause: Pause): Promise<void> {
  const ledgers = await Promise.all(envelopeIds.map((id) => newestFirst(tables.LEDGER_TABLE, id)));
  const longest = Math.max(0, ...ledgers.map((keys) => keys.length));
  for (let round = 0; round < longest; round++)
    await deleteAll(
      tables.LEDGER_TABLE,
      ledgers.flatMap((keys) => keys.slice(round, round + 1)),
      pause,
    );
  const { ENVELOPES_TABLE: list } = tables;
  for (const id of envelopeIds) await removeWords(list, id, pause);
  await deleteAll(
    list,
    envelopeIds.map((id) => ({ id: groupKey.id(id) })),
    pause,
  );
  await deleteAll(
    list,
    envelopeIds.map((id) => ({ id })),
    pause,
  );
}

/** BatchWriteItem's limit. */
const AT_ONCE = 25;

/** The head last, since it has the number of words. */
async function removeWords(table: string, envelopeId: string, pause: Pause): Promise<void> {
  const head = await findHead(table, envelopeId);
  if (!head) return;
  const keys = Array.from({ length: head.places }, (_, place) => ({
    id: wordKey.item(envelopeId, place),
  }));
  for (let start = 0; start < keys.length; start += AT_ONCE)
    await deleteAll(table, keys.slice(start, start + AT_ONCE), pause);
  await deleteAll(table, [{ id: head.id }], pause);
}

type Key = Readonly<Record<string, string | number>>;

async function newestFirst(table: string, envelopeId: string): Promise<Key[]> {
  const query = {
    TableName: table,
    KeyConditionExpression: 'envelopeId = :id',
    ExpressionAttributeValues: { ':id': envelopeId },
    ProjectionExpression: 'envelopeId, seq',
    ScanIndexForward: false,
    ConsistentRead: true,
  };
  const keys: Key[] = [];
  for await (const { seq } of itemsOf(query)) keys.push({ envelopeId, seq: seq as number });
  return keys;
}

const ATTEMPTS = 8;
const PAUSE_MS = 50;

/** Retries the items that DynamoDB leaves unprocessed. */
async function deleteAll(table: string, keys: readonly Key[], pause: Pause): Promise<void> {
  let left: NonNullable<BatchWriteCommandInput['RequestItems']>[string] = keys.map((key) => ({
    DeleteRequest: { Key: key },
  }));
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt === ATTEMPTS) throw new Error(`${left.length} items were not deleted`);
    if (attempt > 0) await pause(PAUSE_MS * 2 ** attempt);
    const batch = new BatchWriteCommand({ RequestItems: { [table]: left } });
    left = (await dynamo.send(batch)).UnprocessedItems?.[table] ?? [];
  }
}

async function* itemsOf(
  query: ConstructorParameters<typeof QueryCommand>[0],
): AsyncIterable<Record<string, unknown>> {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await dynamo.send(new QueryCommand({ ...query, ExclusiveStartKey: from }));
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}
