import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { wordsOfListed } from '../../../domain/envelope/search-words.ts';
import { longestOf, matches, type Reading } from '../../../domain/text/words.ts';
import type { EnvelopeSearch } from '../../../ports/lists.ts';
import { dynamo } from '../../dynamo-client.ts';
import { type Index, indexFor, type Place } from '../../lists/envelope-index.ts';
import type { EnvelopeItem } from '../../lists/envelope-rows.ts';
import { envelopeOf, type WordItem, wordKey } from './word-items.ts';

/** An envelope found by its words; its row decides whether it is shown. */
export interface Candidate {
  readonly id: string;
  readonly createdAt: string;
}

/** A range of an index, and how its items match. */
export interface Range {
  readonly index: Index;
  /** Sort key prefix; absent: the whole index. */
  readonly prefix?: string;
  readonly candidateIn: (item: Record<string, unknown>) => Candidate | undefined;
}

/** Items per query: about 25 read units. */
const AT_ONCE = 500;

/**
 * The ranges in order: per reading of the words, what no earlier reading found; then, until every row has its
 * words, the rows of earlier releases.
 */
export function rangesOf({ readings, owner }: EnvelopeSearch, isWhole: boolean): Range[] {
  const ranges = readings.map((reading, index) =>
    rangeOf(reading, readings.slice(0, index), owner),
  );
  return isWhole ? ranges : [...ranges, earlierRows(readings, owner)];
}

function rangeOf(reading: Reading, before: readonly Reading[], owner?: string): Range {
  const word = longestOf(reading);
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

/** Each envelope once, last created first, and where to continue. */
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

/** Whether `one` comes after `other` in the results. */
export const comesAfter = (one: Candidate, other: Candidate): boolean =>
  one.createdAt === other.createdAt ? one.id < other.id : one.createdAt < other.createdAt;
