import type { EnvelopeSummary } from '../../contract/sender-answers.ts';
import { groupOf, type ListGroup } from '../../domain/envelope/list-group.ts';
import { NewerRelease } from '../../domain/errors.ts';
import { readable } from '../../domain/ledger/versions.ts';
import type { Envelopes, Expiring, ListRow, Page } from '../../ports/lists.ts';
import type { Clock } from '../../ports/machine.ts';
import { isExpired } from '../expired.ts';
import { putUnlessOlder } from '../put-unless-older.ts';
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

/** Table `Envelopes`: see `EnvelopeItem`. */
export const dynamoEnvelopes = (
  { ENVELOPES_TABLE: table }: { ENVELOPES_TABLE: string },
  clock: Clock,
): Envelopes => ({
  put: (row) => put(table, row),
  list: ({ limit, cursor, ...query }) => list({ table, clock }, query, limit, cursor),
});

/** Its place in the group first: a row that is current says that this is, too. */
async function put(table: string, row: ListRow): Promise<void> {
  for (const item of [groupItem(row), envelopeItem(row)]) await putUnlessOlder(table, item);
}

interface Around {
  readonly table: string;
  readonly clock: Clock;
}

interface Found extends Place, Expiring {
  /** Absent for the first. */
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
  const found: Found[] = [];
  for await (const row of await rowsOf(table, query, { after, atOnce: limit + 1 }))
    if (!isExpired(row, clock) && found.push(row) > limit) break;
  const items = found.slice(0, limit).map(summaryOf);
  const last = found.length > limit ? found[limit - 1] : undefined;
  return last ? { items, cursor: cursorFrom(last, query) } : { items };
}

/** Of a row of any earlier release; not of one that only a newer one can read. */
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
  if (await areGrouped(table)) return groupRows(table, groupIndexFor(group, query.owner), reading);
  return groupFiltered(plainRows(table, query, { ...reading, atOnce: 100 }), group);
}

/** Whose subject reads like another's group sees nothing of it. */
async function* plainRows(table: string, query: ListQuery, reading: Reading): AsyncIterable<Found> {
  const atOnce = query.owner && query.status ? 100 : reading.atOnce;
  for await (const item of rowsFrom<EnvelopeItem>(table, indexFor(query), { ...reading, atOnce }))
    if (item.all === 'all') yield { ...item, summary: summaryIn(rowIn(item)) };
}

async function* groupRows(table: string, index: Index, reading: Reading): AsyncIterable<Found> {
  for await (const item of rowsFrom<GroupItem>(table, index, reading))
    if (item.all !== 'all') yield { ...item, summary: summaryOfGroupItem(item) };
}

/** Until the sweep has given every row of an earlier release its group. */
async function* groupFiltered(rows: AsyncIterable<Found>, group: ListGroup): AsyncIterable<Found> {
  for await (const row of rows) if (groupOf(row.summary) === group) yield row;
}

/** Tables in which no row is without its group; it stays so. */
const grouped = new Set<string>();

async function areGrouped(table: string): Promise<boolean> {
  if (!grouped.has(table) && (await findPass(table, 'regroup'))?.isOver) grouped.add(table);
  return grouped.has(table);
}
