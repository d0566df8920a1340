import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ListRow } from '../../../ports/lists.ts';
import { conditionally, dynamo } from '../../dynamo-client.ts';
import { putUnlessOlder } from '../../lists/put-unless-older.ts';
import { nameOfWords, type WordsHead, wordItems, wordKey } from './word-items.ts';

/**
 * Writes an envelope's search words unless they are current. The head is claimed before and marked after, so
 * that an interrupted write is repeated; every item refuses older states, so that after concurrent writes
 * only the newest words remain.
 */
export async function putWords(table: string, row: ListRow): Promise<void> {
  const before = await findHead(table, row.id);
  const of = nameOfWords(row);
  if (before && before.seq > row.seq) return;
  if (before?.of === of && before.isWritten) return;
  const places = Math.max(before?.places ?? 0, row.words.length);
  const head: WordsHead = { id: wordKey.head(row.id), seq: row.seq, of, places };
  if (!(await claim(table, head))) return putWords(table, row);
  await Promise.all(wordItems(row, places).map((item) => putUnlessOlder(table, item)));
  await mark(table, head);
}

export async function findHead(table: string, envelopeId: string): Promise<WordsHead | undefined> {
  const { Item } = await dynamo.send(
    new GetCommand({
      TableName: table,
      Key: { id: wordKey.head(envelopeId) },
      ConsistentRead: true,
    }),
  );
  return Item as WordsHead | undefined;
}

/** False if a newer state, or one with more places, was written in between. */
const claim = (table: string, head: WordsHead): Promise<boolean> =>
  putIf(table, head, 'attribute_not_exists(id) OR (seq <= :seq AND places <= :places)', {
    ':seq': head.seq,
    ':places': head.places,
  });

/** No effect if another state's words are being written. */
const mark = (table: string, head: WordsHead): Promise<boolean> =>
  putIf(table, { ...head, isWritten: true }, 'seq = :seq AND #of = :of', {
    ':seq': head.seq,
    ':of': head.of,
  });

const putIf = (
  table: string,
  item: WordsHead,
  condition: string,
  values: Record<string, unknown>,
): Promise<boolean> =>
  conditionally(
    dynamo.send(
      new PutCommand({
        TableName: table,
        Item: item,
        ConditionExpression: condition,
        ...(condition.includes('#of') && { ExpressionAttributeNames: { '#of': 'of' } }),
        ExpressionAttributeValues: values,
      }),
    ),
  );
