import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Conflict } from '../../shared/domain/errors.ts';
import { chainFault } from '../../shared/domain/ledger.ts';
import { summaryOf } from '../../shared/domain/summary.ts';
import type { Envelopes, Ledger, Records } from '../../shared/ports.ts';
import { type AwsTarget, createTable, startAws } from '../fixtures/aws-target.ts';
import { complete, draft, step } from '../fixtures/envelope-steps.ts';
import { LIST_INDEXES } from '../fixtures/list-indexes.ts';
import { SettableClock } from '../fixtures/memory/clock.ts';
import { FIELDS, OWNER_ACTOR } from '../fixtures/sample-envelope.ts';

const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
const hex = () => randomBytes(32).toString('hex');
const clock = new SettableClock();

let aws: AwsTarget;
let ledger: Ledger;
let envelopes: Envelopes;
let records: Records;

beforeAll(async () => {
  aws = await startAws();
  const { dynamoLedger } = await import('../../shared/aws/dynamo-ledger.ts');
  const { dynamoEnvelopes } = await import('../../shared/aws/envelopes/dynamo-envelopes.ts');
  const { dynamoRecords } = await import('../../shared/aws/dynamo-records.ts');
  ledger = dynamoLedger({
    LEDGER_TABLE: await createTable(aws, 'Ledger', { hash: 'envelopeId', range: 'seq' }),
  });
  envelopes = dynamoEnvelopes(
    { ENVELOPES_TABLE: await createTable(aws, 'Envelopes', { hash: 'id', indexes: LIST_INDEXES }) },
    clock,
  );
  const hashIndex = { 'by-sha256': ['sha256'] };
  records = dynamoRecords(
    { RECORDS_TABLE: await createTable(aws, 'Records', { hash: 'id', indexes: hashIndex }) },
    clock,
  );
});
afterAll(() => aws.stop());

describe('the ledger', () => {
  it('comes back as a whole chain, with every number as it was', async () => {
    const id = await draft({ ledger, clock, random });
    const fields = FIELDS.map((field) => ({ ...field, x: 0.1 + 0.2, width: 1 / 3, y: 1e-7 }));
    await step({ ledger, clock, random }, id, 'placed', { fields });
    const entries = await ledger.entries(id);
    expect(chainFault(entries)).toBeUndefined();
    expect(entries[1]).toMatchObject({ type: 'placed', data: { fields } });
  });

  it('is refused as unknown when there is none', async () => {
    await expect(ledger.load('nobody')).rejects.toMatchObject({ code: 'envelope_unknown' });
  });

  it('lets one id begin once', async () => {
    const id = await draft({ ledger, clock, random });
    const first = (await ledger.entries(id))[0]!;
    const again = { type: 'created', actor: OWNER_ACTOR, at: first.at, data: first.data } as never;
    await expect(ledger.begin(id, { ...(again as object), at: 'later' } as never)).rejects.toThrow(
      Conflict,
    );
  });

  it('takes writers that meet one after the other, without a gap', async () => {
    const id = await draft({ ledger, clock, random });
    const writers = ['a', 'b', 'c', 'd'].map((to) =>
      ledger.change(id, () => ({
        type: 'delivery.failed',
        actor: OWNER_ACTOR,
        at: clock.now().toISOString(),
        data: { to, notice: 'notice', reason: 'x' },
      })),
    );
    await Promise.all(writers);
    const entries = await ledger.entries(id);
    expect(entries).toHaveLength(5);
    expect(chainFault(entries)).toBeUndefined();
  });

  it('decides on the newest state, so that two who may act once do not both', async () => {
    const id = await draft({ ledger, clock, random });
    const reasons: string[] = [];
    const stop = (reason: string) =>
      ledger.change(id, ({ status }) => {
        if (status !== 'draft') return undefined;
        reasons.push(reason);
        return {
          type: 'voided',
          actor: OWNER_ACTOR,
          at: clock.now().toISOString(),
          data: { reason },
        };
      });
    const states = await Promise.all([stop('one'), stop('two'), stop('three')]);
    expect(await ledger.entries(id)).toHaveLength(2);
    expect(new Set(states.map(({ head }) => head)).size).toBe(1);
  });

  it('gives up with a conflict when others are always first', async () => {
    const id = await draft({ ledger, clock, random });
    const spoil = (reason: string) =>
      ledger.change(id, () => ({
        type: 'document.refused',
        actor: OWNER_ACTOR,
        at: clock.now().toISOString(),
        data: { upload: reason, name: 'x', code: 'x' },
      }));
    const { dynamo } = await import('../../shared/aws/dynamo-client.ts');
    const send = dynamo.send.bind(dynamo);
    let busy = false;
    dynamo.send = (async (command: { constructor: { name: string } }) => {
      if (command.constructor.name === 'PutCommand' && !busy) {
        busy = true;
        await spoil(hex());
        busy = false;
      }
      return send(command as never);
    }) as never;
    try {
      await expect(spoil('late')).rejects.toThrow(Conflict);
    } finally {
      dynamo.send = send;
    }
  });
});

describe('the list', () => {
  const put = async (owner: string, minute: number, seq = 0, id = hex()) => {
    const envelope = await ledger.load(await draft({ ledger, clock, random }));
    const updatedAt = `2026-03-02T10:${String(minute).padStart(2, '0')}:00.000Z`;
    await envelopes.put({ ...summaryOf(envelope), id, updatedAt, owner, seq });
    return id;
  };

  it('comes last changed first, page by page, without a double or a gap', async () => {
    const owner = hex();
    for (const minute of [3, 1, 5, 2, 4]) await put(owner, minute);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await envelopes.list({ owner, limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ updatedAt }) => updatedAt.slice(14, 16)));
      cursor = page.cursor;
    } while (cursor);
    expect(seen).toEqual(['05', '04', '03', '02', '01']);
  });

  it('has no cursor after a last page that is full', async () => {
    const owner = hex();
    for (const minute of [1, 2]) await put(owner, minute);
    expect((await envelopes.list({ owner, limit: 2 })).cursor).toBeUndefined();
  });

  it('selects by owner and status together', async () => {
    const owner = hex();
    const id = await put(owner, 1);
    await put(hex(), 2);
    const drafts = await envelopes.list({ owner, status: 'draft', limit: 5 });
    expect(drafts.items.map((item) => item.id)).toEqual([id]);
    expect((await envelopes.list({ owner, status: 'signing', limit: 5 })).items).toEqual([]);
  });

  it('refuses a cursor of another list, and what is none', async () => {
    const owner = hex();
    for (const minute of [1, 2]) await put(owner, minute);
    const { cursor } = await envelopes.list({ owner, limit: 1 });
    const malformed = { name: 'Malformed' };
    const foreign = envelopes.list({ owner: hex(), limit: 1, cursor: cursor! });
    await expect(foreign).rejects.toMatchObject(malformed);
    await expect(envelopes.list({ owner, limit: 1, cursor: 'x' })).rejects.toMatchObject(malformed);
  });

  it('is not put back by an older state', async () => {
    const owner = hex();
    const id = await put(owner, 5, 7);
    await put(owner, 1, 6, id);
    const { items } = await envelopes.list({ owner, limit: 5 });
    expect(items.map(({ updatedAt }) => updatedAt)).toEqual(['2026-03-02T10:05:00.000Z']);
    expect(items[0]).not.toHaveProperty('owner');
  });
});

describe('public records', () => {
  it('are found by id and by the hash of the file, and not put back by an older state', async () => {
    const envelope = await ledger.load(await complete({ ledger, clock, random }));
    const { publicRecord } = await import('../../functions/relay/public-record.ts');
    const record = {
      ...publicRecord(envelope, { company: 'Rossi S.p.A.', showTitle: false })!,
      sha256: hex(),
    };
    await records.put({ ...record, seq: 9 });
    await records.put({ ...record, status: 'open', seq: 8 });
    expect(await records.find(record.id)).toEqual(record);
    expect(await records.findBySha256(record.sha256)).toEqual(record);
    expect(await records.findBySha256(hex())).toBeUndefined();
  });
});
