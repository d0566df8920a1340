import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { matches, type Reading, wordsOfListed } from '../../../domain/envelope/search-words.ts';
import type { EnvelopeSearch } from '../../../ports/lists.ts';
import { dynamo } from '../../dynamo-client.ts';
import { type Index, indexFor, type Place } from '../../lists/envelope-index.ts';
import type { EnvelopeItem } from '../../lists/envelope-rows.ts';
import { envelopeOf, type WordItem, wordKey } from './word-items.ts';

/** An envelope that may be shown, once its row says so. */
export interface Candidate {
  readonly id: string;
  readonly createdAt: string;
}

/** A part of an index that is looked through, and whom it finds. */
export interface Range {
  readonly index: Index;
  /** Of the sort key; everything if absent. */
  readonly prefix?: string;
  readonly candidateIn: (item: Record<string, unknown>) => Candidate | undefined;
}

/** Items in one answer of DynamoDB: some 25 read units. */
const AT_ONCE = 500;

/**
 * One after the other: what each reading of the words finds that none before it did; then, until each has its
 * words, the rows of earlier releases by what they hold.
 */
export function rangesOf({ readings, owner }: EnvelopeSearch, isWhole: boolean): Range[] {
  const ranges = readings.map((reading, index) =>
    rangeOf(reading, readings.slice(0, index), owner),
  );
  return isWhole ? ranges : [...ranges, earlierRows(readings, owner)];
}

function rangeOf(reading: Reading, before: readonly Reading[], owner?: string): Range {
  const word = longest(reading);
  return {
    index: indexOfWord(word, owner),
    prefix: word,
    candidateIn: (item) => {
      const { words, updatedAt } = item as unknown as WordItem;
      const isFirst = !before.some((earlier) => matches(words, earlier));
      return isFirst && matches(words, reading) ? envelopeOf({ updatedAt }) : undefined;
    },
  };
}

const earlierRows = (readings: readonly Reading[], owner?: string): Range => ({
  index: indexFor(owner === undefined ? {} : { owner }),
  candidateIn: (item) => {
    const row = item as unknown as EnvelopeItem;
    if (row.all !== 'all' || row.hasWords) return undefined;
    const words = wordsOfListed(row);
    return readings.some((reading) => matches(words, reading)) ? row : undefined;
  },
});

const indexOfWord = (word: string, owner?: string): Index =>
  owner === undefined
    ? { name: 'all-updated', key: 'all', value: wordKey.all(word) }
    : { name: 'owner-updated', key: 'owner', value: wordKey.owner(owner, word) };

/** Likely the rarest. */
const longest = (reading: Reading): string =>
  reading.reduce((one, other) => (other.length > one.length ? other : one), '');

/** Each envelope once, begun last first, and where the range goes on. */
export async function partOf(
  table: string,
  { index, prefix, candidateIn }: Range,
  from: Place | undefined,
): Promise<{ candidates: Candidate[]; next: Place | undefined }> {
  const page = await dynamo.send(
    new QueryCommand({
      TableName: table,
      IndexName: index.name,
      KeyConditionExpression: prefix
        ? '#key = :value AND begins_with(updatedAt, :prefix)'
        : '#key = :value',
      ExpressionAttributeNames: { '#key': index.key },
      ExpressionAttributeValues: { ':value': index.value, ...(prefix && { ':prefix': prefix }) },
      ScanIndexForward: false,
      Limit: AT_ONCE,
      ExclusiveStartKey: from && { ...from, [index.key]: index.value },
    }),
  );
  const found = (page.Items ?? []).flatMap((item) => candidateIn(item) ?? []);
  const { id, updatedAt } = page.LastEvaluatedKey ?? {};
  return {
    candidates: [...new Map(found.map((one) => [one.id, one])).values()].sort(newestFirst),
    next: page.LastEvaluatedKey && { id, updatedAt },
  };
}

const newestFirst = (one: Candidate, other: Candidate): number => (comesAfter(one, other) ? 1 : -1);

/** In the order of an answer. */
export const comesAfter = (one: Candidate, other: Candidate): boolean =>
  one.createdAt === other.createdAt ? one.id < other.id : one.createdAt < other.createdAt;
