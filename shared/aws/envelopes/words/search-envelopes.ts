import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { EnvelopeSummary } from '../../../contract/sender/sender-answers.ts';
import { groupOf } from '../../../domain/envelope/list-group.ts';
import { readable } from '../../../domain/ledger/versions.ts';
import type { EnvelopeSearch, Page } from '../../../ports/lists.ts';
import type { Clock } from '../../../ports/machine.ts';
import { dynamo } from '../../dynamo-client.ts';
import { isExpired } from '../../expired.ts';
import { type EnvelopeItem, rowIn, summaryIn } from '../../lists/envelope-rows.ts';
import { type SearchPlace, searchCursor, searchPlace } from './search-cursor.ts';
import { type Candidate, comesAfter, partOf, type Range, rangesOf } from './search-range.ts';

interface Around {
  readonly table: string;
  readonly clock: Clock;
  /** Every row has its words. */
  readonly isWhole: boolean;
}

/** Index queries per request, about 100 read units; the rest is left to the next page. */
const MAX_PARTS = 4;
/** BatchGetItem's limit. */
const ROWS_AT_ONCE = 100;

/** Envelopes that match the words now. A page may be short or empty although there are more. */
export async function searchEnvelopes(
  around: Around,
  search: EnvelopeSearch,
  limit: number,
  cursor: string | undefined,
): Promise<Page<EnvelopeSummary>> {
  const ranges = rangesOf(search, around.isWhole);
  const items: EnvelopeSummary[] = [];
  let place: SearchPlace | undefined =
    cursor === undefined ? { range: 0 } : searchPlace(cursor, search);
  for (let part = 0; place && part < MAX_PARTS && items.length < limit; part++) {
    const range: Range | undefined = ranges[place.range];
    if (!range) return { items };
    const page: Part = await shownOf(around, search, range, place, limit - items.length);
    items.push(...page.items);
    place = page.next;
    if (place.range === ranges.length) return { items };
  }
  return { items, cursor: searchCursor(place, search) };
}

interface Part {
  readonly items: readonly EnvelopeSummary[];
  readonly next: SearchPlace;
}

/** Matches in one part of a range, up to the page size. */
async function shownOf(
  around: Around,
  search: EnvelopeSearch,
  range: Range,
  place: SearchPlace,
  room: number,
): Promise<Part> {
  const { candidates, next } = await partOf(around.table, range, place.from);
  const { after } = place;
  const left = after ? candidates.filter((one) => comesAfter(one, after)) : candidates;
  const items: EnvelopeSummary[] = [];
  for (let start = 0; start < left.length; start += ROWS_AT_ONCE) {
    const rows = await rowsOf(around, left.slice(start, start + ROWS_AT_ONCE));
    for (const row of rows.filter((row) => isShown(row, search, around.clock))) {
      if (items.push(summaryIn(rowIn(row))) < room) continue;
      const { id, createdAt } = row;
      return { items, next: { ...place, after: { id, createdAt } } };
    }
  }
  return { items, next: next ? { range: place.range, from: next } : { range: place.range + 1 } };
}

/** Words are written before the row, and may still be those of a former owner. */
function isShown(row: EnvelopeItem, { owner, status, group }: EnvelopeSearch, clock: Clock) {
  if (isExpired(row, clock) || (owner !== undefined && row.owner !== owner)) return false;
  if (status !== undefined) return row.status === status;
  return group === undefined || groupOf(row) === group;
}

/** In the given order; candidates without a row yet are omitted. */
async function rowsOf(
  { table }: Around,
  candidates: readonly Candidate[],
): Promise<EnvelopeItem[]> {
  const found = new Map<string, EnvelopeItem>();
  let keys: Record<string, unknown>[] = candidates.map(({ id }) => ({ id }));
  while (keys.length > 0) {
    const batch = new BatchGetCommand({ RequestItems: { [table]: { Keys: keys } } });
    const { Responses, UnprocessedKeys } = await dynamo.send(batch);
    for (const row of (Responses?.[table] ?? []) as EnvelopeItem[])
      found.set(row.id, readable('row', row));
    keys = UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return candidates.flatMap(({ id }) => found.get(id) ?? []);
}
