import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Status } from '../../domain/envelope/envelope.ts';
import type { ListedState, Watch } from '../../ports/lists.ts';
import type { Clock } from '../../ports/machine.ts';
import { conditionally, dynamo } from '../dynamo-client.ts';
import { isExpired } from '../expired.ts';
import { indexFor, rowsFrom } from './envelope-index.ts';
import { findPass, savePass } from './envelope-pass.ts';
import { regroup } from './envelope-regroup.ts';
import { DUE_PARTS, duePartOf, type EnvelopeItem } from './envelope-rows.ts';
import { placeAfter, placeIn } from './list-place.ts';

/** Table `Envelopes` as the sweep reads it: due rows, and unfinished rows. */
export const dynamoWatch = (
  { ENVELOPES_TABLE: table }: { ENVELOPES_TABLE: string },
  clock: Clock,
): Watch => ({
  overdue: (instant) => overdue(table, instant),
  unfinished: (after) => unfinished(table, clock, after),
  makeDue: (envelopeId, instant) => makeDue(table, envelopeId, instant),
  pass: (name) => findPass(table, name),
  savePass: (name, state) => savePass(table, name, state),
  regroup: (after) => regroup(table, after),
  all: (after) => all(table, clock, after),
});

interface Due {
  readonly id: string;
  readonly dueAt: string;
}

/** Merges the index's partitions, earliest first. */
async function* overdue(table: string, instant: string): AsyncIterable<Due> {
  const parts = DUE_PARTS.map((part) => overdueIn(table, part, instant));
  const heads = await Promise.all(parts.map((part) => part.next()));
  for (;;) {
    const firsts = heads.map(({ value, done }) => (done ? undefined : (value as Due).dueAt));
    const first = firsts.filter((at) => at !== undefined).sort()[0];
    if (first === undefined) return;
    const index = firsts.indexOf(first);
    yield heads[index]?.value as Due;
    heads[index] = (await parts[index]?.next()) ?? { value: undefined, done: true };
  }
}

async function* overdueIn(table: string, part: string, instant: string): AsyncGenerator<Due> {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await dynamo.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'due',
        KeyConditionExpression: 'due = :part AND dueAt <= :instant',
        ExpressionAttributeValues: { ':part': part, ':instant': instant },
        Limit: 100,
        ExclusiveStartKey: from,
      }),
    );
    yield* (page.Items ?? []) as Due[];
    from = page.LastEvaluatedKey;
  } while (from);
}

/** A record, so that the compiler requires every status. */
const UNFINISHED = Object.keys({
  draft: true,
  preparing: true,
  signing: true,
  signed: true,
  completed: true,
  declined: true,
  voided: true,
  expired: true,
  failed: true,
} satisfies Record<Exclude<Status, 'purged'>, true>) as Exclude<Status, 'purged'>[];

/**
 * By status, least recently updated first: rows that change during the pass move to the end or are current
 * anyway.
 */
async function* unfinished(
  table: string,
  clock: Clock,
  after: string | undefined,
): AsyncIterable<ListedState> {
  const start = after === undefined ? undefined : placeIn(after);
  const from = start ? UNFINISHED.indexOf(start.of as Exclude<Status, 'purged'>) : 0;
  for (const status of UNFINISHED.slice(Math.max(from, 0))) {
    const reading = { oldestFirst: true, after: start?.of === status ? start.place : undefined };
    for await (const item of rowsFrom<EnvelopeItem>(table, indexFor({ status }), reading))
      if (!isExpired(item, clock)) yield listedState(item);
  }
}

async function* all(
  table: string,
  clock: Clock,
  after: string | undefined,
): AsyncIterable<ListedState> {
  const reading = {
    oldestFirst: true,
    after: after === undefined ? undefined : placeIn(after).place,
  };
  for await (const item of rowsFrom<EnvelopeItem>(table, indexFor({}), reading))
    if (!isExpired(item, clock)) yield { ...listedState(item), place: placeAfter('all', item) };
}

const listedState = (item: EnvelopeItem): ListedState => ({
  id: item.id,
  status: item.status,
  seq: item.seq,
  createdAt: item.createdAt,
  ...(item.dueAt && { dueAt: item.dueAt }),
  ...(item.expiresAt !== undefined && { expiresAt: item.expiresAt }),
  isCurrent: item.group !== undefined,
  isNamed: item.ownedBy !== undefined,
  hasWords: item.hasWords === true,
  place: placeAfter(item.status, item),
});

async function makeDue(table: string, id: string, instant: string): Promise<void> {
  const update = new UpdateCommand({
    TableName: table,
    Key: { id },
    UpdateExpression: 'SET due = :part, dueAt = :instant',
    ConditionExpression:
      'attribute_exists(id) AND (attribute_not_exists(dueAt) OR dueAt > :instant)',
    ExpressionAttributeValues: { ':part': duePartOf(id), ':instant': instant },
  });
  await conditionally(dynamo.send(update));
}
