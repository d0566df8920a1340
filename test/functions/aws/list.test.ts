import { randomBytes } from 'node:crypto';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeSave } from '../../../functions/sender/draft/save.ts';
import { makeShow } from '../../../functions/sender/reading/show.ts';
import type { dynamo as Dynamo } from '../../../shared/aws/dynamo-client.ts';
import type { Status } from '../../../shared/domain/envelope/envelope.ts';
import { envelopeIdFrom } from '../../../shared/domain/envelope/envelope-id.ts';
import { LIST_GROUPS, type ListGroup } from '../../../shared/domain/envelope/list-group.ts';
import { summaryOf } from '../../../shared/domain/envelope/summary.ts';
import type { Ledger } from '../../../shared/ports/ledger.ts';
import type { Envelopes, ListRow, Watch } from '../../../shared/ports/lists.ts';
import { type AwsTarget, createTable, startAws } from '../../fixtures/aws-target.ts';
import { draft, step, underWay } from '../../fixtures/envelope-steps.ts';
import { LIST_INDEXES } from '../../fixtures/list-indexes.ts';
import { SettableClock } from '../../fixtures/memory/clock.ts';
import { memoryPorts } from '../../fixtures/memory-ports.ts';
import { readBy } from '../../fixtures/read-units.ts';
import { DOCUMENT, FIELDS, OWNER } from '../../fixtures/sample-envelope.ts';

const clock = new SettableClock();
const random = (bytes: number) => new Uint8Array(randomBytes(bytes));

let aws: AwsTarget;
let dynamo: typeof Dynamo;
let table: string;
let envelopes: Envelopes;
let watch: Watch;
let ledger: Ledger;

beforeAll(async () => {
  aws = await startAws();
  ({ dynamo } = await import('../../../shared/aws/dynamo-client.ts'));
  const { dynamoLedger } = await import('../../../shared/aws/ledger/dynamo-ledger.ts');
  ledger = dynamoLedger({
    LEDGER_TABLE: await createTable(aws, 'Ledger', { hash: 'envelopeId', range: 'seq' }),
  });
});
afterAll(() => aws.stop());

beforeEach(async () => {
  const { dynamoEnvelopes } = await import('../../../shared/aws/lists/dynamo-envelopes.ts');
  const { dynamoWatch } = await import('../../../shared/aws/lists/dynamo-watch.ts');
  table = await createTable(aws, 'Envelopes', { hash: 'id', indexes: LIST_INDEXES });
  envelopes = dynamoEnvelopes({ ENVELOPES_TABLE: table }, clock);
  watch = dynamoWatch({ ENVELOPES_TABLE: table }, clock);
});

let sample: ReturnType<typeof summaryOf>;
beforeAll(async () => {
  const ports = memoryPorts();
  sample = summaryOf(await ports.ledger.load(await underWay(ports)));
});

let minute = 0;
const rowOf = (owner: string, status: Status, more: Partial<ListRow> = {}): ListRow => ({
  ...sample,
  id: envelopeIdFrom(random(17)),
  status,
  updatedAt: new Date(Date.parse('2026-03-02T10:00:00.000Z') + 60_000 * minute++).toISOString(),
  owner,
  seq: 5,
  words: [],
  ...more,
});

const STATUSES: Record<ListGroup, [Status, Partial<ListRow>?][]> = {
  waiting: [['preparing'], ['signing'], ['signed']],
  draft: [['draft']],
  done: [['completed'], ['purged', { ended: 'completed' }], ['purged']],
  stopped: [['declined'], ['voided'], ['expired'], ['failed'], ['purged', { ended: 'voided' }]],
};

/** Creates that many envelopes of each status; returns the ids by group. */
async function fill(owner: string, times: number, put: (row: ListRow) => Promise<unknown>) {
  const ids: Record<ListGroup, string[]> = { waiting: [], draft: [], done: [], stopped: [] };
  for (let time = 0; time < times; time++)
    for (const group of LIST_GROUPS)
      for (const [status, more] of STATUSES[group]) {
        const row = rowOf(owner, status, more);
        await put(row);
        ids[group].unshift(row.id);
      }
  return ids;
}

/** A row as earlier releases wrote it. */
async function putEarlier({ dueAt: _, words: __, ...row }: ListRow): Promise<void> {
  const client = new DynamoDBClient(aws.config);
  const Item = marshall({ ...row, all: 'all' }, { removeUndefinedValues: true });
  await client.send(new PutItemCommand({ TableName: table, Item }));
  client.destroy();
}

const regrouped = () => watch.savePass('regroup', { startedAt: '2026-03-02T10:00', isOver: true });

async function all(query: { owner?: string; group: ListGroup }): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await envelopes.list({ ...query, limit: 7, ...(cursor && { cursor }) });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor);
  return ids;
}

describe('a page of the list', () => {
  it('is one query of at most two read units, whoever asks for whichever group, or for all', async () => {
    await regrouped();
    await fill('giulia', 8, envelopes.put);
    await fill('others', 14, envelopes.put);
    await envelopes.list({ group: 'done', limit: 1 });
    for (const owner of ['giulia', undefined])
      for (const group of [...LIST_GROUPS, undefined]) {
        const query = { limit: 25, ...(owner && { owner }), ...(group && { group }) };
        const read = await readBy(dynamo, () => envelopes.list(query));
        expect(read.queries).toBe(1);
        expect(read.units).toBeGreaterThan(0);
        expect(read.units).toBeLessThanOrEqual(2);
      }
  });

  it('holds its group whole, last changed first, and each envelope once', async () => {
    await regrouped();
    const giulia = await fill('giulia', 3, envelopes.put);
    await fill('others', 2, envelopes.put);
    for (const group of LIST_GROUPS)
      expect(await all({ owner: 'giulia', group })).toEqual(giulia[group]);
    const everyone = await envelopes.list({ limit: 100 });
    expect(new Set(everyone.items.map(({ id }) => id)).size).toBe(5 * 12);
    expect(everyone.items).toHaveLength(5 * 12);
  });

  it('moves an envelope from group to group, and never back to an older state', async () => {
    await regrouped();
    const row = rowOf('giulia', 'signing');
    await envelopes.put(row);
    await envelopes.put({ ...row, status: 'declined', seq: 6 });
    await envelopes.put(row);
    expect(await all({ owner: 'giulia', group: 'waiting' })).toEqual([]);
    const { items } = await envelopes.list({ owner: 'giulia', group: 'stopped', limit: 5 });
    const { owner: _, seq: __, words: ___, ...summary } = row;
    expect(items).toEqual([{ ...summary, status: 'declined' }]);
  });

  it('shows nothing of another to whoever is named like a group', async () => {
    await regrouped();
    await fill('giulia', 1, envelopes.put);
    const strangers = await fill('giulia#stopped', 1, envelopes.put);
    const { items } = await envelopes.list({ owner: 'giulia#stopped', limit: 100 });
    expect(items.map(({ id }) => id).sort()).toEqual(Object.values(strangers).flat().sort());
    expect(await all({ owner: 'giulia#stopped', group: 'stopped' })).toEqual(strangers.stopped);
    expect(await all({ owner: 'giulia', group: 'stopped' })).toHaveLength(5);
  });
});

describe('rows of an earlier release', () => {
  it('are found in their groups before and after they are given them, also half way', async () => {
    const before = await fill('giulia', 2, putEarlier);
    const since = await fill('giulia', 1, envelopes.put);
    const expected = (group: ListGroup) => [...since[group], ...before[group]];
    async function check() {
      for (const group of LIST_GROUPS) {
        expect(await all({ owner: 'giulia', group })).toEqual(expected(group));
        expect(await all({ group })).toEqual(expected(group));
      }
    }
    await check();
    let place: string | undefined;
    for await (const after of watch.regroup()) {
      if (place) break;
      place = after;
    }
    await check();
    for await (const after of watch.regroup(place)) place = after;
    await regrouped();
    await check();
    const { items } = await envelopes.list({ owner: 'giulia', group: 'draft', limit: 5 });
    expect(items[0]).toMatchObject({ title: sample.title, parties: sample.parties });
  });

  it('are their owner’s by the sign-in ID alone, in the list and in its groups', async () => {
    await regrouped();
    const { ownedBy: _, ...earlier } = rowOf('giulia#1', 'signing');
    await envelopes.put(earlier);
    for (const query of [
      {},
      { group: 'waiting' },
      { owner: 'giulia#1', group: 'waiting' },
    ] as const) {
      const { items } = await envelopes.list({ ...query, limit: 5 });
      expect(items.map(({ ownedBy }) => ownedBy)).toEqual([{ subject: 'giulia#1' }]);
    }
  });

  it('are told from those of now, to be compared', async () => {
    const [earlier, now] = [rowOf('giulia', 'signing'), rowOf('giulia', 'signing')];
    await putEarlier(earlier);
    await envelopes.put({ ...now, dueAt: '2026-03-05T00:00:00.000Z' });
    const states = [];
    for await (const state of watch.unfinished()) states.push(state);
    expect(states).toMatchObject([
      { id: earlier.id, isCurrent: false },
      { id: now.id, isCurrent: true, dueAt: '2026-03-05T00:00:00.000Z' },
    ]);
  });
});

describe('the watch', () => {
  async function due(instant: string) {
    const found: string[] = [];
    for await (const each of watch.overdue(instant)) found.push(each.dueAt.slice(11, 16));
    return found;
  }

  it('finds what is due, longest due first, and nothing else', async () => {
    const times = ['12:30', '09:10', '10:05', '09:40', '11:00', '08:00'];
    for (const time of times)
      await envelopes.put(rowOf('giulia', 'signing', { dueAt: `2026-03-05T${time}:00.000Z` }));
    await envelopes.put(rowOf('giulia', 'draft'));
    expect(await due('2026-03-05T11:00:00.000Z')).toEqual([
      ...['08:00', '09:10', '09:40', '10:05', '11:00'],
    ]);
  });

  it('has an envelope looked at earlier, never later, and only one of the list', async () => {
    const [draftRow, signing] = [
      rowOf('giulia', 'draft'),
      rowOf('giulia', 'signing', { dueAt: '2026-03-05T12:00:00.000Z' }),
    ];
    for (const row of [draftRow, signing]) await envelopes.put(row);
    for (const id of [draftRow.id, signing.id, 'UNKNOWN'])
      await watch.makeDue(id, '2026-03-05T10:00:00.000Z');
    await watch.makeDue(signing.id, '2026-03-05T11:00:00.000Z');
    expect(await due('2026-03-06')).toEqual(['10:00', '10:00']);
  });

  it('goes through what is unfinished from any place on, without what was removed', async () => {
    const ids = await fill('giulia', 2, envelopes.put);
    const places: string[] = [];
    const seen: string[] = [];
    for await (const { id, place } of watch.unfinished()) {
      seen.push(id);
      places.push(place);
    }
    expect(seen.sort()).toHaveLength(2 * 9);
    expect(seen).toEqual(expect.arrayContaining([...ids.waiting, ...ids.draft]));
    const rest: string[] = [];
    for await (const { place } of watch.unfinished(places[6])) rest.push(place);
    expect(rest).toEqual(places.slice(7));
  });

  it('remembers where a pass stands', async () => {
    expect(await watch.pass('compare')).toBeUndefined();
    const state = { startedAt: '2026-03-05T10:00:00.000Z', after: 'x' };
    await watch.savePass('compare', state);
    expect(await watch.pass('compare')).toEqual(state);
    expect((await envelopes.list({ limit: 5 })).items).toEqual([]);
  });
});

describe('a ledger', () => {
  const SAVINGS = 300;

  it('tells its newest place for half a read unit, however long it is', async () => {
    const { dynamoLedger } = await import('../../../shared/aws/ledger/dynamo-ledger.ts');
    const heads = dynamoLedger({
      LEDGER_TABLE: await createTable(aws, 'Ledger', { hash: 'envelopeId', range: 'seq' }),
    });
    const id = await draft({ ledger: heads, clock, random });
    for (let n = 0; n < 30; n++)
      await step({ ledger: heads, clock, random }, id, 'placed', { fields: FIELDS });
    const read = await readBy(dynamo, async () => expect(await heads.newestSeq(id)).toBe(30));
    expect(read).toEqual({ queries: 1, units: 0.5 });
    expect(await heads.newestSeq('UNKNOWN')).toBeUndefined();
  });

  it(`costs the same to show after ${SAVINGS} savings of its draft as after one`, async () => {
    const ports = { ...memoryPorts(), ledger, clock };
    const show = makeShow(ports, { VERIFIER_URL: 'https://verify.test' });
    const save = makeSave(ports, () => Promise.reject(new Error('not placed')));
    const id = await draft({ ledger, clock, random });
    await step({ ledger, clock, random }, id, 'document.accepted', DOCUMENT);
    const caller = { ...OWNER, emailVerified: true, isAdministrator: false };
    const asked = { query: {}, path: { id }, language: 'it', caller } as const;
    const shown = () => readBy(dynamo, () => show({ ...asked, body: undefined }));
    let { draft: saved } = await show({ ...asked, body: undefined });
    async function saveAgain(turn: number) {
      const body = { version: saved!.version, tab: 'tab', turn, fields: [...FIELDS], values: {} };
      saved = await save({ ...asked, body } as never);
    }
    await saveAgain(0);
    const once = await shown();
    for (let turn = 1; turn < SAVINGS; turn++) await saveAgain(turn);
    expect(await shown()).toEqual(once);
    expect(once.queries).toBe(1);
    expect(once.units).toBeLessThanOrEqual(2);
  });
});
