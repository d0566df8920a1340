import type { EnvelopeSummary } from '../../contract/sender/sender-answers.ts';
import { groupOf, type ListGroup } from '../../domain/envelope/list-group.ts';
import { waitsForOwner } from '../../domain/envelope/waits-for-owner.ts';
import { NewerRelease } from '../../domain/errors.ts';
import { readable } from '../../domain/ledger/versions.ts';
import type { Envelopes, Expiring, ListRow, Page, PassName } from '../../ports/lists.ts';
import type { Clock } from '../../ports/machine.ts';
import { putWords } from '../envelopes/words/put-words.ts';
import { searchEnvelopes } from '../envelopes/words/search-envelopes.ts';
import { isExpired } from '../expired.ts';
import {
  groupIndexFor,
  type Index,
  indexFor,
  type ListQuery,
  type Place,
  rowsFrom,
} from './envelope-index.ts';
import { findPass } from './envelope-pass.ts';
import {
  type EnvelopeItem,
  envelopeItem,
  type GroupItem,
  groupItem,
  rowIn,
  summaryIn,
  summaryOfGroupItem,
} from './envelope-rows.ts';
import { cursorFrom, placeOf } from './list-cursor.ts';
import { putUnlessOlder } from './put-unless-older.ts';

/** Table `Envelopes`: see `EnvelopeItem`. */
export const dynamoEnvelopes = (
  { ENVELOPES_TABLE: table }: { ENVELOPES_TABLE: string },
  clock: Clock,
): Envelopes => ({
  put: (row) => put(table, row),
  list: ({ limit, cursor, ...query }) => list({ table, clock }, query, limit, cursor),
  search: async ({ limit, cursor, ...search }) => {
    const isWhole = await isOver(table, 'words');
    return searchEnvelopes({ table, clock, isWhole }, search, limit, cursor);
  },
});

/** Words and group item first: a current row implies that both are written. */
async function put(table: string, row: ListRow): Promise<void> {
  await putWords(table, row);
  const { words: _, ...listed } = row;
  for (const item of [groupItem(listed), envelopeItem(row)]) await putUnlessOlder(table, item);
}

interface Around {
  readonly table: string;
  readonly clock: Clock;
}

interface Found extends Place, Expiring {
  /** Absent means 1. */
  readonly version?: number;
  readonly summary: EnvelopeSummary;
}

async function list(
  { table, clock }: Around,
  query: ListQuery,
  limit: number,
  cursor: string | undefined,
): Promise<Page<EnvelopeSummary>> {
  const after = cursor === undefined ? undefined : placeOf(cursor, query);
  const isAsked = (row: Found) => !query.waitsForOwner || waitsForOwner(summaryOf(row));
  const found: Found[] = [];
  for await (const row of await rowsOf(table, query, { after, atOnce: limit + 1 }))
    if (!isExpired(row, clock) && isAsked(row) && found.push(row) > limit) break;
  const items = found.slice(0, limit).map(summaryOf);
  const last = found.length > limit ? found[limit - 1] : undefined;
  return last ? { items, cursor: cursorFrom(last, query) } : { items };
}

/** The summary of a row of any earlier release. Throws NewerRelease for a newer one. */
function summaryOf(found: Found): EnvelopeSummary {
  const { summary } = readable('row', found);
  if (groupOf(summary) === undefined) throw new NewerRelease('row');
  return summary;
}

interface Reading {
  readonly after: Place | undefined;
  readonly atOnce: number;
}

async function rowsOf(table: string, { group, ...query }: ListQuery, reading: Reading) {
  if (!group) return plainRows(table, query, reading);
  if (await isOver(table, 'regroup'))
    return groupRows(table, groupIndexFor(group, query.owner), reading);
  return groupFiltered(plainRows(table, query, { ...reading, atOnce: 100 }), group);
}

/** Filters by the owner's exact subject, which could equal another owner's group key. */
async function* plainRows(table: string, query: ListQuery, reading: Reading): AsyncIterable<Found> {
  const atOnce = query.owner && query.status ? 100 : reading.atOnce;
  for await (const item of rowsFrom<EnvelopeItem>(table, indexFor(query), { ...reading, atOnce }))
    if (item.all === 'all') yield { ...item, summary: summaryIn(rowIn(item)) };
}

async function* groupRows(table: string, index: Index, reading: Reading): AsyncIterable<Found> {
  for await (const item of rowsFrom<GroupItem>(table, index, reading))
    if (item.all !== 'all') yield { ...item, summary: summaryOfGroupItem(item) };
}

/** For rows of earlier releases, until the sweep has added their groups. */
async function* groupFiltered(rows: AsyncIterable<Found>, group: ListGroup): AsyncIterable<Found> {
  for await (const row of rows) if (groupOf(row.summary) === group) yield row;
}

/** Cache of completed passes by table; they never become incomplete while the process runs. */
const over = new Set<string>();

async function isOver(table: string, pass: PassName): Promise<boolean> {
  const name = `${table} ${pass}`;
  if (!over.has(name) && (await findPass(table, pass))?.isOver) over.add(name);
  return over.has(name);
}
