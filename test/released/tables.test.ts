import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeInvite } from '../../functions/invite/invite.ts';
import { endWait } from '../../functions/relay/steer.ts';
import type { accessKey } from '../../shared/aws/access/access-rows.ts';
import { EnvelopeSummary } from '../../shared/contract/sender/sender-answers.ts';
import { InviteTask } from '../../shared/contract/tasks.ts';
import { PublicRecord } from '../../shared/contract/verifier.ts';
import { chainFault } from '../../shared/domain/ledger/ledger.ts';
import { secretSha256 } from '../../shared/domain/secrets/secret.ts';
import type { Ledger } from '../../shared/ports/ledger.ts';
import type { Envelopes, Records } from '../../shared/ports/lists.ts';
import { type AccessPorts, dynamoAccessPorts } from '../fixtures/access-ports.ts';
import { type AwsTarget, createTable, startAws } from '../fixtures/aws-target.ts';
import { LIST_INDEXES } from '../fixtures/list-indexes.ts';
import { SettableClock } from '../fixtures/memory/clock.ts';
import { confirmedAgain } from './ceremonies.ts';
import { type Recording, type Row, recordings } from './recording.ts';
import { restored } from './restored.ts';

const clock = new SettableClock();

interface Tables extends AccessPorts {
  readonly ledger: Ledger;
  readonly envelopes: Envelopes;
  readonly records: Records;
}

let aws: AwsTarget;
beforeAll(async () => {
  aws = await startAws();
});
afterAll(() => aws.stop());

type Instant = 'running' | 'over';

const made = new Map<string, Promise<Tables>>();

/** Read-only tables with the recorded rows. */
function tablesOf(recording: Recording, instant: Instant): Promise<Tables> {
  clock.set(recording.at[instant]);
  const name = `${recording.version} ${instant}`;
  const tables = made.get(name) ?? freshTables(recording, instant);
  made.set(name, tables);
  return tables;
}

async function freshTables(
  recording: Recording,
  instant: Instant,
  accessRows = recording.rows(instant, 'Access'),
): Promise<Tables> {
  const { dynamoLedger } = await import('../../shared/aws/ledger/dynamo-ledger.ts');
  const { dynamoEnvelopes } = await import('../../shared/aws/lists/dynamo-envelopes.ts');
  const { dynamoRecords } = await import('../../shared/aws/lists/dynamo-records.ts');
  const names = {
    LEDGER_TABLE: await createTable(aws, 'Ledger', { hash: 'envelopeId', range: 'seq' }),
    ACCESS_TABLE: await createTable(aws, 'Access', { hash: 'pk' }),
    ENVELOPES_TABLE: await createTable(aws, 'Envelopes', { hash: 'id', indexes: LIST_INDEXES }),
    RECORDS_TABLE: await createTable(aws, 'Records', {
      hash: 'id',
      indexes: { 'by-sha256': ['sha256'] },
    }),
  };
  await fill(names.LEDGER_TABLE, recording.rows(instant, 'Ledger'));
  await fill(names.ACCESS_TABLE, accessRows);
  await fill(names.ENVELOPES_TABLE, recording.rows(instant, 'Envelopes'));
  await fill(names.RECORDS_TABLE, recording.rows(instant, 'Records'));
  return {
    ledger: dynamoLedger(names),
    ...(await dynamoAccessPorts(names.ACCESS_TABLE, clock)),
    envelopes: dynamoEnvelopes(names, clock),
    records: dynamoRecords(names, clock),
  };
}

async function fill(TableName: string, rows: readonly Row[]): Promise<void> {
  const client = new DynamoDBClient(aws.config);
  for (const Item of rows) await client.send(new PutItemCommand({ TableName, Item }));
  client.destroy();
}

type Kind = keyof typeof accessKey;
type Plain = Record<string, never> & { readonly expiresAt: number };

type Find = (tables: Tables, parts: readonly string[], row: Plain) => Promise<unknown>;

/** The first recording with rows of a kind that the very first lacked. */
const KEPT_SINCE: Partial<Record<Kind, string>> = {
  message: '0.1.0-58e615d',
  count: '0.1.0-58e615d',
  /** No recording has one yet. */
  answer: 'unreleased',
};

/** Reads a row by the parts of its key. */
const FIND: Record<Kind, Find> = {
  link: ({ links }, [hash]) => links.find(hash!),
  session: ({ sessions }, [hash]) => sessions.find(hash!),
  sendings: async ({ codes }, [envelopeId, party, round]) => {
    const link = { envelopeId: envelopeId!, party: party!, round: Number(round) };
    return { instants: await codes.sendings(link) };
  },
  code: async ({ codes }, [envelopeId, party]) => {
    const link = { envelopeId: envelopeId!, party: party!, round: 0 };
    const code = await codes.find(link);
    const taken = await codes.reserveTry(link, code!.session, clock.now().getTime());
    const { confirmed } = { confirmed: undefined, ...taken };
    return { ...code, confirmed };
  },
  turn: ({ taskTokens }, [envelopeId, party]) => taskTokens.find(envelopeId!, party!),
  text: ({ sentTexts }, [messageId]) => sentTexts.find(messageId!),
  message: async ({ claims }, [envelopeId, to, occasion], { expiresAt }) => {
    const message = { envelopeId: envelopeId!, to: to!, occasion: occasion! };
    const claim = { by: 'another', at: clock.now().getTime() };
    return { state: await claims.take(message, claim, expiresAt) };
  },
  count: async ({ counters }, parts, { taken, expiresAt }) => {
    const endsAt = new Date(expiresAt * 1000);
    return { isFull: !(await counters.take(parts.join('#'), 1, Number(taken), endsAt)) };
  },
  answer: async ({ answers }, [key], { payload, expiresAt }) => {
    const begun = await answers.begin(key!, String(payload), { lockedUntil: 0, expiresAt });
    return 'standing' in begun ? begun.standing : undefined;
  },
};

/** What a row's reader returns; for a used code also what it confirmed. */
const expectedOf = (kind: Kind, row: Plain): object => {
  const { pk: _, expiresAt: __, sent: ___, ...rest } = row as Record<string, unknown>;
  if (kind === 'sendings') return { instants: rest.instants };
  if (kind === 'message') return { state: rest.state };
  if (kind === 'count') return { isFull: true };
  if (kind !== 'code') return rest;
  const { mac, session, documentSha256, sentAt, validUntil, confirmation } = rest;
  const confirmed = Number(validUntil) > clock.now().getTime() ? confirmation : undefined;
  return { mac, session, documentSha256, sentAt, expiresAt: validUntil, confirmed };
};

const objectText = (recording: Recording, wanted: string): string =>
  Buffer.from(recording.objects().find(([key]) => key === wanted)![1].bytes).toString();

/** The last wait that began during the recording, before any of its reminders. */
const lastTokenFor = ({ invocations }: Recording, envelopeId: string, party: string) =>
  invocations
    .map(({ payload }) => payload as Record<string, string>)
    .find((it) => it.envelopeId === envelopeId && it.party === party)?.taskToken;

/** Key attributes of the list's rows, besides their data. */
const INDEXED_BY = ['all', 'owner', 'seq', 'expiresAt', 'group', 'due', 'dueAt'];

const rowsOf = (recording: Recording, kind: Kind): Plain[] =>
  recording
    .rows('running', 'Access')
    .map((row) => unmarshall(row) as Plain)
    .filter(({ pk }) => String(pk).startsWith(`${kind}#`));

const partsOf = ({ pk }: Plain): string[] => String(pk).split('#').slice(1);

/** Features that a recording introduced; all later ones have them. */
const isKept = ({ at }: Recording, kind: Kind): boolean => {
  const since = KEPT_SINCE[kind];
  const first = recordings().find(({ version }) => version === since);
  return since === undefined || (first !== undefined && at.running >= first.at.running);
};

/** A counter is only a number: docs/decisions/newer-release.md. */
const READ_KINDS = (Object.keys(FIND) as Kind[]).filter((kind) => kind !== 'count');

describe.each(recordings())('tables of $version', (recording) => {
  it('answer whole ledgers', async () => {
    const { ledger } = await tablesOf(recording, 'running');
    for (const journey of ['eventful', 'halfSigned', 'lastSignature'] as const) {
      const entries = await ledger.entries(recording.id(journey));
      expect(chainFault(entries)).toBeUndefined();
      const recorded = recording.ledgers.get(journey)!.entries;
      expect(entries).toEqual(recorded.slice(0, entries.length));
      expect(entries.length).toBeGreaterThan(10);
    }
  });

  it.each(Object.keys(FIND) as Kind[])('answer each %s as it was put', async (kind) => {
    const tables = await tablesOf(recording, 'running');
    const rows = rowsOf(recording, kind);
    if (isKept(recording, kind)) expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      expect(await FIND[kind](tables, partsOf(row), row)).toMatchObject(expectedOf(kind, row));
  });

  it.each(READ_KINDS)('do not guess what a newer release wrote into a %s', async (kind) => {
    const newer = recording
      .rows('running', 'Access')
      .map((row) => ({ ...row, version: { N: '2' } }));
    const tables = await freshTables(recording, 'running', newer);
    for (const row of rowsOf(recording, kind))
      await expect(FIND[kind](tables, partsOf(row), row)).rejects.toMatchObject({
        name: 'NewerRelease',
      });
  });

  it('find whose link it is, and that an earlier round’s is known as such', async () => {
    const { links } = await tablesOf(recording, 'running');
    const { link, party } = recording.holding('unopened');
    const envelopeId = recording.id('unopened');
    expect(await links.find(secretSha256(link))).toEqual({ envelopeId, party, round: 0 });
    const rounds = recording
      .rows('running', 'Access')
      .map((row) => unmarshall(row))
      .filter((row) => row.pk.startsWith('link#') && row.envelopeId === recording.id('eventful'));
    expect(new Set(rounds.map(({ round }) => round))).toEqual(new Set([0, 1, 2]));
  });

  it.each(['running', 'over'] as const)('list every envelope while %s', async (instant) => {
    const { envelopes } = await tablesOf(recording, instant);
    const { items } = await envelopes.list({ limit: 100 });
    const rows = recording.rows(instant, 'Envelopes').map((row) => unmarshall(row));
    const live = rows.filter(
      ({ id, expiresAt }) =>
        !id.includes('#') && (expiresAt === undefined || expiresAt * 1000 > clock.now().getTime()),
    );
    expect(items.map(({ id }) => id).sort()).toEqual(live.map(({ id }) => id).sort());
    for (const item of items) {
      const row = live.find(({ id }) => id === item.id)!;
      const summary = Object.entries(row).filter(([name]) => !INDEXED_BY.includes(name));
      expect(EnvelopeSummary.parse(item)).toMatchObject(Object.fromEntries(summary));
    }
  });

  it('answer the public record by id, and the sealed file’s by its hash', async () => {
    const { records } = await tablesOf(recording, 'over');
    for (const row of recording.rows('over', 'Records').map((it) => unmarshall(it))) {
      const { seq: _, expiresAt: __, ...record } = row;
      expect(PublicRecord.parse(await records.find(row.id))).toMatchObject(record);
      if (row.sha256) expect(await records.findBySha256(row.sha256)).toMatchObject(record);
    }
  });

  it('keep what a party had filled in and how it signs', async () => {
    const tables = await tablesOf(recording, 'running');
    const shown = await confirmedAgain(recording, { ...tables, clock }).shown('lastSignature');
    const prefix = `open/${recording.id('lastSignature')}/drafts/client`;
    const kept = (what: string) => JSON.parse(objectText(recording, `${prefix}-${what}.json`));
    expect(shown.values).toEqual(kept('values'));
    expect(Object.keys(shown.values)).toHaveLength(5);
    expect(shown.marks).toMatchObject(kept('marks'));
    expect(Object.keys(shown.marks)).toEqual(['signature', 'stamp']);
  });

  it('tell the waiting execution, and give their place to its next wait, whether it names an order or not', async () => {
    const { taskTokens } = await freshTables(recording, 'running');
    const ports = { ...restored(recording, 'lastSignature'), taskTokens };
    const envelopeId = recording.id('lastSignature');
    const { token, order } = (await taskTokens.find(envelopeId, 'client'))!;
    expect(lastTokenFor(recording, envelopeId, 'client')).toBe(token);
    await endWait(ports, envelopeId, 'client', 'signed');
    expect(ports.workflow.resumed).toContainEqual({ taskToken: token, outcome: 'signed' });
    const task = InviteTask.parse({
      ...{ operation: 'invite', envelopeId, party: 'client', notice: 'reminder' },
      taskToken: 'the next',
      ...(order > 0 && { order: order + 1 }),
    });
    await makeInvite(ports, ports.brand)(task as Extract<InviteTask, { operation: 'invite' }>);
    expect((await taskTokens.find(envelopeId, 'client'))?.token).toBe('the next');
  });

  it('let parties who are under way sign', async () => {
    const tables = await freshTables(recording, 'running');
    clock.set(recording.at.running);
    const ceremonies = confirmedAgain(recording, { ...tables, clock });
    expect(await ceremonies.signWithCode('halfSigned')).toMatchObject({ status: 200 });
    expect(await ceremonies.signWithSession('lastSignature')).toMatchObject({ status: 200 });
    const after = await tables.ledger.load(recording.id('lastSignature'));
    expect(after.status).toBe('signed');
    expect(await ceremonies.sealed('lastSignature')).toBe('completed');
  });

  it.each([
    ['unopened', 'open'],
    ['halfSigned', 'open'],
    ['completed', 'completed'],
    ['declined', 'declined'],
    ['voided', 'voided'],
  ] as const)('let the link of a journey that was %s show it as %s', async (journey, state) => {
    const ceremonies = confirmedAgain(recording, {
      ...(await tablesOf(recording, 'running')),
      ledger: restored(recording, journey).ledger,
      clock,
    });
    expect(await ceremonies.stateAt(journey)).toBe(state);
  });
});
