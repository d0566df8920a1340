import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Conflict } from '../../shared/domain/errors.ts';
import { chainFault } from '../../shared/domain/ledger.ts';
import { summaryOf } from '../../shared/domain/summary.ts';
import {
  type Access,
  CLAIM_SECONDS,
  type Envelopes,
  type Ledger,
  type Link,
  type Records,
} from '../../shared/ports.ts';
import { type AwsTarget, createTable, startAws } from '../fixtures/aws-target.ts';
import { complete, draft, step } from '../fixtures/envelope-steps.ts';
import { LIST_INDEXES } from '../fixtures/list-indexes.ts';
import { SettableClock } from '../fixtures/memory/clock.ts';
import { FIELDS, OWNER_ACTOR } from '../fixtures/sample-envelope.ts';

const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
const hex = () => randomBytes(32).toString('hex');
const clock = new SettableClock();
const seconds = () => clock.now().getTime() / 1000;

let aws: AwsTarget;
let ledger: Ledger;
let access: Access;
let envelopes: Envelopes;
let records: Records;

beforeAll(async () => {
  aws = await startAws();
  const { dynamoLedger } = await import('../../shared/aws/dynamo-ledger.ts');
  const { dynamoAccess } = await import('../../shared/aws/dynamo-access.ts');
  const { dynamoEnvelopes } = await import('../../shared/aws/envelopes/dynamo-envelopes.ts');
  const { dynamoRecords } = await import('../../shared/aws/dynamo-records.ts');
  ledger = dynamoLedger({
    LEDGER_TABLE: await createTable(aws, 'Ledger', { hash: 'envelopeId', range: 'seq' }),
  });
  access = dynamoAccess({ ACCESS_TABLE: await createTable(aws, 'Access', { hash: 'pk' }) }, clock);
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

describe('links, sessions and task tokens', () => {
  const link: Link = { envelopeId: 'E', party: 'd1', round: 0 };

  it('are found by the hash of their secret until their time is over', async () => {
    const [token, secret] = [hex(), hex()];
    await access.putLink(token, link, seconds() + 10);
    const session = { ...link, createdAt: clock.now().toISOString() };
    await access.putSession(secret, session, seconds() + 10);
    expect(await access.findLink(token)).toEqual(link);
    expect(await access.findSession(secret)).toEqual(session);
    expect(await access.findLink(hex())).toBeUndefined();
    clock.advance(10);
    expect(await access.findLink(token)).toBeUndefined();
    expect(await access.findSession(secret)).toBeUndefined();
  });

  it('keep one token a party', async () => {
    const envelopeId = hex();
    await access.putTaskToken(envelopeId, 'd1', { token: 'one', seq: 3, order: 7 }, seconds() + 10);
    await access.putTaskToken(envelopeId, 'd1', { token: 'two', seq: 5, order: 8 }, seconds() + 10);
    expect(await access.findTaskToken(envelopeId, 'd1')).toEqual({
      token: 'two',
      seq: 5,
      order: 8,
    });
    expect(await access.findTaskToken(envelopeId, 'c1')).toBeUndefined();
  });

  it('keep the token of the latest wait, whichever put comes last', async () => {
    const envelopeId = hex();
    const put = (token: string, order: number) =>
      access.putTaskToken(envelopeId, 'd1', { token, seq: 3, order }, seconds() + 10);
    expect(await put('of the first release', 0)).toBe(true);
    expect(await put('its next', 0)).toBe(true);
    expect(await put('living', 1_772_442_000_000_001)).toBe(true);
    expect(await put('late', 1_772_442_000_000_000)).toBe(false);
    expect(await put('of the first release, late', 0)).toBe(false);
    expect(await put('living', 1_772_442_000_000_001)).toBe(true);
    expect((await access.findTaskToken(envelopeId, 'd1'))?.token).toBe('living');
  });

  it('say who sends a message, and what became of it', async () => {
    const message = { envelopeId: hex(), to: 'd1', occasion: 'first' };
    const at = clock.now().getTime();
    const claim = (by: string, later = 0) =>
      access.claimMessage(message, { by, at: at + later }, seconds() + 1000);
    const settle = (by: string, state: 'sent' | 'undeliverable' | 'free') =>
      access.settleMessage(message, { by, at }, state, seconds() + 1000);
    expect(await claim('a')).toBe('claimed');
    expect(await claim('a')).toBe('claimed');
    expect(await claim('b')).toBe('taken');
    await settle('b', 'free');
    expect(await claim('b')).toBe('taken');
    await settle('a', 'free');
    expect(await claim('b')).toBe('claimed');
    expect(await claim('c', CLAIM_SECONDS * 1000)).toBe('taken');
    expect(await claim('c', CLAIM_SECONDS * 1000 + 1)).toBe('claimed');
    await settle('b', 'undeliverable');
    expect(await claim('d')).toBe('taken');
    await settle('b', 'sent');
    expect(await claim('d', 10 * CLAIM_SECONDS * 1000)).toBe('sent');
  });

  it('knows whose a text message was, until its time is over', async () => {
    const [kept, over] = [hex(), hex()];
    const text = { envelopeId: hex(), party: 'c1', notice: 'code' } as const;
    await access.putText(kept, text, seconds() + 10);
    await access.putText(over, text, seconds() - 10);
    expect(await access.findText(kept)).toEqual(text);
    expect(await access.findText(over)).toBeUndefined();
    const named = { ...text, round: 2, message: 'm' };
    await access.putText(kept, named, seconds() + 10);
    expect(await access.findText(kept)).toEqual(named);
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
