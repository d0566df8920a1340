import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeForget } from '../../functions/purge/forget.ts';
import { makeProject } from '../../functions/relay/project.ts';
import { retainedLedger } from '../../functions/sender/access/retained-ledger.ts';
import { Config } from '../../infra/config.ts';
import { companySettings, SAMPLE } from '../../infra/settings/company-settings.ts';
import { chainFault } from '../../shared/domain/ledger/ledger.ts';
import type { Evidence, Ledger } from '../../shared/ports/ledger.ts';
import type { Envelopes, Records } from '../../shared/ports/lists.ts';
import { type AwsTarget, createTable, startAws } from '../fixtures/aws-target.ts';
import { complete, draft, sign, step, underWay } from '../fixtures/envelope-steps.ts';
import { LIST_INDEXES } from '../fixtures/list-indexes.ts';
import { SettableClock } from '../fixtures/memory/clock.ts';
import { MemoryTemplates } from '../fixtures/memory/templates.ts';

const config = Config.parse(await companySettings(SAMPLE));
const clock = new SettableClock();
const templates = new MemoryTemplates();
const random = (bytes: number) => new Uint8Array(randomBytes(bytes));

let aws: AwsTarget;
let ledger: Ledger;
let envelopes: Envelopes;
let records: Records;
let evidence: Evidence;
let erase: (id: string) => Promise<{ done: boolean; told: string }>;
let listTable: string;
let naming: (contact: string) => Promise<string[]>;

beforeAll(async () => {
  aws = await startAws();
  const tables = {
    LEDGER_TABLE: await createTable(aws, 'Ledger', { hash: 'envelopeId', range: 'seq' }),
    ENVELOPES_TABLE: await createTable(aws, 'Envelopes', { hash: 'id', indexes: LIST_INDEXES }),
    RECORDS_TABLE: await createTable(aws, 'Records', {
      hash: 'id',
      indexes: { 'by-sha256': ['sha256'] },
    }),
    ACCESS_TABLE: 'unused',
    TOKENS_TABLE: 'unused',
  };
  listTable = tables.ENVELOPES_TABLE;
  ledger = (await import('../../shared/aws/ledger/dynamo-ledger.ts')).dynamoLedger(tables);
  const { dynamoEnvelopes } = await import('../../shared/aws/lists/dynamo-envelopes.ts');
  envelopes = dynamoEnvelopes(tables, clock);
  records = (await import('../../shared/aws/lists/dynamo-records.ts')).dynamoRecords(tables, clock);
  evidence = (await import('../../shared/aws/ledger/dynamo-evidence.ts')).dynamoEvidence(tables);
  const erasure = await import('../../scripts/operate/erasure.ts');
  erase = (id) => erasure.eraseEnvelope({ tables, config }, id, clock);
  naming = (contact) => erasure.envelopesNaming({ tables, config }, contact);
});
afterAll(() => aws.stop());
beforeEach(() => clock.set('2026-03-02T09:00:00.000Z'));

const ports = () => ({ ledger, clock, random });
const kept = () => retainedLedger(ledger, config.retention, clock);
const documents = { removeAll: async () => 0 };
const forget = () =>
  makeForget({ evidence, ledger, documents, templates, clock }, config.retention)();

async function projected(id: string): Promise<string> {
  const settings = { company: 'Rossi', showTitle: true, retention: config.retention };
  await makeProject({ envelopes, records }, settings)(await ledger.load(id));
  return id;
}

/** Voided by its sender before anybody signed; its document's retention is over. */
async function unsigned(): Promise<string> {
  const id = await underWay(ports());
  await step(ports(), id, 'voided', { reason: 'x' });
  clock.advance(14 * 86_400);
  await step(ports(), id, 'purged', {});
  return projected(id);
}

async function removed(id: string): Promise<string> {
  clock.advance(15 * 86_400);
  await step(ports(), id, 'purged', {});
  return projected(id);
}

const unknown = { name: 'Refusal', code: 'envelope_unknown' };
const rowOf = async (id: string) =>
  (await envelopes.list({ limit: 100 })).items.find((item) => item.id === id);

describe('who asks for erasure', () => {
  it('is told of by no list, record or API at once, where nobody has signed', async () => {
    const id = await unsigned();
    expect(await rowOf(id)).toBeDefined();
    expect(await erase(id)).toMatchObject({ done: true, told: expect.stringContaining('erased') });
    await expect(kept().load(id)).rejects.toMatchObject(unknown);
    expect(await rowOf(id)).toBeUndefined();
    expect(await records.find(id)).toBeUndefined();
    const { rowsOf } = await import('../../scripts/operate/tables.ts');
    const row = (await rowsOf(listTable)).get(id);
    expect(JSON.stringify(row)).not.toMatch(/Maria|Luca|fornitura/);
  });

  it('has left no ledger and no place in the list after the next daily run', async () => {
    await forget();
    const id = await unsigned();
    const other = await unsigned();
    await erase(id);
    expect(await forget()).toEqual({ forgotten: 1 });
    await expect(ledger.load(id)).rejects.toMatchObject(unknown);
    expect((await ledger.load(other)).status).toBe('purged');
  });

  it('is told why not where somebody has signed, and chain and record stay as they are', async () => {
    const id = await removed(await complete(ports()));
    const [before, record] = [await ledger.entries(id), await records.find(id)];
    const { done, told } = await erase(id);
    expect([done, told]).toEqual([false, expect.stringContaining('evidence until 2036-03-02')]);
    expect(await ledger.entries(id)).toEqual(before);
    expect(chainFault(before)).toBeUndefined();
    expect(await records.find(id)).toEqual(record);
    expect(record!.ledger).toEqual({ seq: before.at(-1)!.seq, head: before.at(-1)!.hash });
  });

  it('is told the same of a document that one has signed and that was stopped then', async () => {
    const id = await underWay(ports());
    await sign(ports(), id, 'd1');
    await step(ports(), id, 'voided', { reason: 'x' });
    expect((await erase(await removed(id))).done).toBe(false);
  });

  it('waits while a document is under way, or has not been removed yet', async () => {
    const id = await underWay(ports());
    expect((await erase(id)).told).toContain('under way');
    await step(ports(), id, 'voided', { reason: 'x' });
    expect((await erase(id)).told).toContain('may be erased from 2026-03-16');
    expect((await ledger.load(id)).status).toBe('voided');
  });

  it('has a draft deleted as its sender would', async () => {
    const id = await projected(await draft(ports()));
    expect((await erase(id)).done).toBe(true);
    await expect(kept().load(id)).rejects.toMatchObject(unknown);
    clock.advance(3_600);
    await forget();
    await expect(ledger.load(id)).rejects.toMatchObject(unknown);
  });

  it('may ask twice: the second run mends what the first one left', async () => {
    const id = await unsigned();
    await erase(id);
    const { seq } = await ledger.load(id);
    expect((await erase(id)).done).toBe(true);
    expect((await ledger.load(id)).seq).toBe(seq);
  });

  it('is found by address, whatever its capitals, and by no part of it', async () => {
    const id = await unsigned();
    const { parties } = await ledger.load(id);
    const { channel } = parties[0]!;
    const contact = channel.kind === 'email' ? channel.address : channel.number;
    const ungrouped = async (text: string) =>
      (await naming(text)).map((line) => line.split('  ')[0]!.replace(/\W/g, ''));
    expect(await ungrouped(contact.toUpperCase())).toContain(id);
    expect(await naming(contact.slice(1))).toEqual([]);
    expect((await naming(contact)).join()).not.toContain(contact);
  });
});
