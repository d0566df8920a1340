import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeForget } from '../../../functions/purge/forget.ts';
import { makeProject } from '../../../functions/relay/project.ts';
import { retainedLedger } from '../../../functions/sender/access/retained-ledger.ts';
import { bySystem, chainFault } from '../../../shared/domain/ledger/ledger.ts';
import type { Evidence, Ledger } from '../../../shared/ports/ledger.ts';
import type { Envelopes, Records, Watch } from '../../../shared/ports/lists.ts';
import { type AwsTarget, createTable, startAws } from '../../fixtures/aws-target.ts';
import { complete, draft, step, underWay } from '../../fixtures/envelope-steps.ts';
import { LIST_INDEXES } from '../../fixtures/list-indexes.ts';
import { SettableClock } from '../../fixtures/memory/clock.ts';
import { MemoryTemplates } from '../../fixtures/memory/templates.ts';

const RETENTION = { evidenceYears: 10, draftDays: 60 };
const STARTED = '2026-03-02T09:00:00.000Z';

const clock = new SettableClock();
const templates = new MemoryTemplates();
const random = (bytes: number) => new Uint8Array(randomBytes(bytes));

let aws: AwsTarget;
let ledger: Ledger;
let envelopes: Envelopes;
let records: Records;
let evidence: Evidence;
let watch: Watch;

beforeAll(async () => {
  aws = await startAws();
  const { dynamoLedger } = await import('../../../shared/aws/ledger/dynamo-ledger.ts');
  const { dynamoEnvelopes } = await import('../../../shared/aws/lists/dynamo-envelopes.ts');
  const { dynamoWatch } = await import('../../../shared/aws/lists/dynamo-watch.ts');
  const { dynamoRecords } = await import('../../../shared/aws/lists/dynamo-records.ts');
  const { dynamoEvidence } = await import('../../../shared/aws/ledger/dynamo-evidence.ts');
  const hashIndex = { 'by-sha256': ['sha256'] };
  const tables = {
    LEDGER_TABLE: await createTable(aws, 'Ledger', { hash: 'envelopeId', range: 'seq' }),
    ENVELOPES_TABLE: await createTable(aws, 'Envelopes', { hash: 'id', indexes: LIST_INDEXES }),
    RECORDS_TABLE: await createTable(aws, 'Records', { hash: 'id', indexes: hashIndex }),
  };
  ledger = dynamoLedger(tables);
  envelopes = dynamoEnvelopes(tables, clock);
  records = dynamoRecords(tables, clock);
  evidence = dynamoEvidence(tables);
  watch = dynamoWatch(tables, clock);
});
afterAll(() => aws.stop());

const onDay = (date: string) => clock.set(`${date}T09:00:00.000Z`);
const removed: string[] = [];
const documents = { removeAll: async (prefix: string) => removed.push(prefix) };
const forget = () => makeForget({ evidence, ledger, documents, templates, clock }, RETENTION)();
function forgetLater() {
  clock.advance(60 * 60);
  return forget();
}
const kept = () => retainedLedger(ledger, RETENTION, clock);

async function projected(id: string) {
  const project = makeProject(
    { envelopes, records },
    { company: 'Rossi', showTitle: false, retention: RETENTION },
  );
  await project(await ledger.load(id));
  return id;
}

/** Completed on 2 March 2026 and purged two weeks later. */
async function purged(): Promise<string> {
  clock.set(STARTED);
  const id = await complete({ ledger, clock, random });
  clock.set('2026-03-16T09:00:00.000Z');
  await step({ ledger, clock, random }, id, 'purged', {});
  return projected(id);
}

const listed = async () => (await envelopes.list({ limit: 100 })).items.map(({ id }) => id);
const isUnknown = { code: 'envelope_unknown' };

describe('evidence', () => {
  it('is told to the last second of its years and not one later, though nothing is deleted yet', async () => {
    const id = await purged();
    const { endedAt } = (await ledger.load(id)) as { endedAt: string };
    const end = Date.parse(endedAt.replace('2026', '2036'));
    const sha256 = (await records.find(id))!.sha256!;
    clock.set(new Date(end - 1000));
    expect(await records.find(id)).toBeDefined();
    expect(await listed()).toContain(id);
    expect(chainFault(await kept().entries(id))).toBeUndefined();
    clock.set(new Date(end));
    expect(await records.find(id)).toBeUndefined();
    expect(await records.findBySha256(sha256)).toBeUndefined();
    expect(await listed()).not.toContain(id);
    await expect(kept().load(id)).rejects.toMatchObject(isUnknown);
    await expect(kept().entries(id)).rejects.toMatchObject(isUnknown);
    await expect(
      kept().change(id, bySystem('seal', clock.now()), () => undefined),
    ).rejects.toMatchObject(isUnknown);
  });

  it('is deleted once nothing has happened for its years: the ledger and its place in the list', async () => {
    const id = await purged();
    onDay('2036-03-15');
    await forget();
    expect(chainFault(await ledger.entries(id))).toBeUndefined();
    onDay('2036-03-17');
    expect((await forget()).forgotten).toBeGreaterThan(0);
    await expect(ledger.entries(id)).rejects.toMatchObject(isUnknown);
    expect(await forget()).toEqual({ forgotten: 0 });
  });

  it('that was deleted in part is deleted to the end by the next run', async () => {
    const id = await purged();
    onDay('2036-03-17');
    const { length } = await ledger.entries(id);
    await cutShort(() => evidence.remove([id]), 2);
    const left = await ledger.entries(id);
    expect(left).toHaveLength(length - 2);
    expect(chainFault(left)).toBeUndefined();
    await forget();
    await expect(ledger.entries(id)).rejects.toMatchObject(isUnknown);
  });

  it('stays where the ledger is younger than the list says, and where the envelope never ended', async () => {
    const id = await purged();
    clock.set(STARTED);
    const open = await projected(await underWay({ ledger, clock, random }));
    const { length } = await ledger.entries(open);
    onDay('2030-01-01');
    const failure = { to: 'sender', notice: 'delivery', reason: 'bounce' } as const;
    await step({ ledger, clock, random }, id, 'delivery.failed', failure);
    onDay('2036-03-17');
    await forget();
    expect(chainFault(await ledger.entries(id))).toBeUndefined();
    expect(await ledger.entries(open)).toHaveLength(length);
    expect(await listed()).toContain(open);
  });
});

describe('a draft', () => {
  async function begun() {
    clock.set(STARTED);
    return projected(await draft({ ledger, clock, random }));
  }
  async function isGone(id: string) {
    expect(await listed()).not.toContain(id);
    await expect(kept().load(id)).rejects.toMatchObject(isUnknown);
    await expect(
      kept().change(id, bySystem('seal', clock.now()), () => undefined),
    ).rejects.toMatchObject(isUnknown);
  }
  async function unfinished() {
    const ids: string[] = [];
    for await (const { id } of watch.unfinished()) ids.push(id);
    return ids;
  }

  it('that its sender deletes is unknown at once, and deleted with its document an hour later', async () => {
    const id = await begun();
    expect(await listed()).toContain(id);
    await forget();
    await step({ ledger, clock, random }, id, 'discarded', {});
    await isGone(await projected(id));
    expect(await unfinished()).not.toContain(id);
    removed.length = 0;
    await forgetLater();
    await expect(ledger.entries(id)).rejects.toMatchObject(isUnknown);
    expect(removed).toEqual([`open/${id}/`, `uploads/documents/${id}/`, `exports/${id}/`]);
  });

  it('that ended while its upload was being checked loses that document too, once it is stored', async () => {
    const id = await begun();
    await step({ ledger, clock, random }, id, 'discarded', {});
    await projected(id);
    removed.length = 0;
    clock.advance(59 * 60);
    await forget();
    expect(removed).toEqual([]);
    expect(await ledger.entries(id)).toHaveLength(2);
    clock.advance(60);
    await forget();
    expect(removed).toContain(`open/${id}/`);
    await expect(ledger.entries(id)).rejects.toMatchObject(isUnknown);
  });

  it('that was not sent in its days is unknown from that second, and deleted an hour later', async () => {
    const id = await begun();
    const end = Date.parse(STARTED) + 60 * 86_400_000;
    clock.set(new Date(end - 1000));
    expect(await listed()).toContain(id);
    await forget();
    expect(await kept().load(id)).toMatchObject({ status: 'draft' });
    clock.set(new Date(end));
    await isGone(id);
    await forgetLater();
    await expect(ledger.entries(id)).rejects.toMatchObject(isUnknown);
  });

  it('that was sent meanwhile stays, whatever the list still says', async () => {
    const id = await begun();
    await step({ ledger, clock, random }, id, 'sent', { deadline: '2026-05-02T09:00:00.000Z' });
    onDay('2026-06-30');
    removed.length = 0;
    await forget();
    expect(await ledger.entries(id)).toHaveLength(2);
    expect(removed).not.toContain(`open/${id}/`);
    expect(await kept().load(id)).toMatchObject({ status: 'preparing' });
  });
});

/** Runs until that many deletions are done, then stops as at a timeout. */
async function cutShort(run: () => Promise<void>, deletions: number): Promise<void> {
  const { dynamo } = await import('../../../shared/aws/dynamo-client.ts');
  const send = dynamo.send.bind(dynamo);
  let left = deletions;
  dynamo.send = ((command: { constructor: { name: string } }) => {
    if (command.constructor.name === 'BatchWriteCommand' && left-- === 0)
      return Promise.reject(new Error('time is up'));
    return send(command as never);
  }) as never;
  await expect(run()).rejects.toThrow('time is up');
  dynamo.send = send;
}
