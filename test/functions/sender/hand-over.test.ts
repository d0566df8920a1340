import { beforeEach, describe, expect, it } from 'vitest';
import { eventOf } from '../../../functions/relay/event-of.ts';
import { ownEntries, ownEnvelope } from '../../../functions/sender/access/own-envelope.ts';
import { timelineOf } from '../../../functions/sender/reading/timeline.ts';
import { makeHandOver } from '../../../functions/sender/steering/hand-over.ts';
import { HandOverInput, ListQuery } from '../../../shared/contract/sender/sender-inputs.ts';
import { listRow } from '../../../shared/domain/envelope/list-row.ts';
import { Malformed, NewerRelease } from '../../../shared/domain/errors.ts';
import { draft, step, underWay } from '../../fixtures/envelope-steps.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';
import { CREATED } from '../../fixtures/sample-envelope.ts';

const OWNER = { ...CREATED.owner, isAdministrator: false, emailVerified: true };
const ADMIN = {
  subject: 'boss',
  email: 'boss@rossi.test',
  name: 'Bianca Capo',
  isAdministrator: true,
  emailVerified: true,
};
const HEIR = { subject: 'heir', email: 'erede@rossi.test', name: 'Elio Erede' };
const retention = { evidenceYears: 10, draftDays: 60 };

let ports: MemoryPorts;

beforeEach(() => {
  ports = memoryPorts();
});

const ask = (id: string, body: object, caller = ADMIN) => ({
  body: HandOverInput.parse(body),
  query: {},
  path: { id },
  language: 'it' as const,
  caller,
});

const handOver = (id: string, body: object, caller = ADMIN) =>
  makeHandOver(ports)(ask(id, body, caller));

const ownerOf = async (id: string) => (await ports.ledger.load(id)).owner;

async function listed(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made++) {
    const id = await draft(ports);
    ports.clock.advance(1_000);
    await ports.envelopes.put(listRow(await ports.ledger.load(id), retention));
    ids.push(id);
  }
  return ids;
}

describe('an administrator', () => {
  it('takes an envelope over, and nobody else sees it then', async () => {
    const id = await underWay(ports);
    expect(await handOver(id, {})).toEqual({ handedOver: 1 });
    const { subject, email, name } = ADMIN;
    const boss = { subject, email, name };
    expect(await ownerOf(id)).toEqual(boss);
    await expect(ownEnvelope(ports.ledger, ask(id, {}, OWNER))).rejects.toThrow('envelope_unknown');
    await expect(ownEntries(ports.ledger, ask(id, {}, OWNER))).rejects.toThrow('envelope_unknown');
  });

  it.each(['CN=Elio  Erede', ' heir', 'e\u0301lio'])(
    'names the new owner exactly as their token does (“%s”)',
    async (subject) => {
      const id = await underWay(ports);
      await handOver(id, { to: { ...HEIR, subject } });
      expect((await ownerOf(id)).subject).toBe(subject);
      expect(ListQuery.parse({ owner: subject }).owner).toBe(subject);
    },
  );

  it.each(['', ' ', '\u202eheir', 'x'.repeat(255)])('names nobody by “%s”', (subject) => {
    expect(HandOverInput.safeParse({ to: { ...HEIR, subject } }).success).toBe(false);
  });

  it('of whose one cannot go hands over the others, and says how many stay', async () => {
    const [stuck, newer, gone, asked] = (await listed(4)) as [string, string, string, string];
    for (let times = 0; times < 20; times++)
      await step(ports, stuck, 'owner.changed', { owner: CREATED.owner });
    await step(ports, gone, 'discarded', {});
    ports.ledger.change = (
      (change) =>
      async (id, ...of) => {
        if (id === newer) throw new NewerRelease('entry');
        return change(id, ...of);
      }
    )(ports.ledger.change.bind(ports.ledger));
    expect(await handOver(asked, { to: HEIR, all: true })).toEqual({ handedOver: 1, left: 2 });
    expect(await ownerOf(stuck)).toEqual(CREATED.owner);
    expect(await ownerOf(asked)).toEqual(HEIR);
  });

  it('gives it to an employee, who sees its whole history', async () => {
    const id = await underWay(ports);
    await handOver(id, { to: HEIR });
    const heir = { ...HEIR, isAdministrator: false, emailVerified: true };
    expect((await ownEnvelope(ports.ledger, ask(id, {}, heir))).owner).toEqual(HEIR);
    const entries = await ownEntries(ports.ledger, ask(id, {}, heir));
    expect(entries[0]).toMatchObject({ type: 'created', data: { owner: CREATED.owner } });
    expect(entries.at(-1)).toMatchObject({
      type: 'owner.changed',
      actor: { kind: 'sender', subject: 'boss' },
      data: { owner: HEIR },
    });
    expect(timelineOf(entries).at(-1)).toMatchObject({ facts: { owner: HEIR.name } });
  });

  it('hands over what has ended too, and nothing of it changes but the owner', async () => {
    const id = await underWay(ports);
    await step(ports, id, 'voided', { reason: 'x' });
    await handOver(id, { to: HEIR });
    expect(await ports.ledger.load(id)).toMatchObject({ status: 'voided', owner: HEIR });
  });

  it('says by whom, and with how many others', async () => {
    const id = await underWay(ports);
    const batch = { id: 'abcdefgh-12345678', size: 3 };
    await handOver(id, { to: HEIR, batch });
    const [entry] = (await ports.ledger.entries(id)).slice(-1);
    expect(entry!.data).toEqual({ owner: HEIR, by: ADMIN.name, batch });
  });

  it('writes nothing where it is theirs already', async () => {
    const id = await underWay(ports);
    await handOver(id, { to: HEIR });
    const { seq } = await ports.ledger.load(id);
    expect(await handOver(id, { to: HEIR })).toEqual({ handedOver: 0 });
    expect((await ports.ledger.load(id)).seq).toBe(seq);
  });

  it('is held to twenty a day for one envelope', async () => {
    const id = await underWay(ports);
    for (let turn = 0; turn < 10; turn++) {
      await handOver(id, { to: HEIR });
      await handOver(id, {});
    }
    await expect(handOver(id, { to: HEIR })).rejects.toThrow('too_many');
  });
});

describe('all of one owner', () => {
  it('go page by page, the one that was asked about last', async () => {
    const ids = await listed(30);
    const [, asked = ''] = ids;
    const first = await handOver(asked, { to: HEIR, all: true });
    expect(first).toEqual({ handedOver: 25, cursor: expect.any(String) });
    expect((await ownerOf(asked)).subject).toBe(OWNER.subject);
    expect(await handOver(asked, { to: HEIR, all: true, cursor: first.cursor })).toEqual({
      handedOver: 5,
    });
    for (const id of ids) expect((await ownerOf(id)).subject).toBe('heir');
  });

  it('are one batch, and another one the next time', async () => {
    const ids = await listed(30);
    const [asked = ''] = ids;
    async function batches() {
      const last = await Promise.all(
        ids.map(async (id) => (await ports.ledger.entries(id)).at(-1)!.data),
      );
      return new Set(last.map((data) => ('batch' in data ? data.batch?.id : undefined)));
    }
    const { cursor } = await handOver(asked, { to: HEIR, all: true });
    ports.clock.advance(60);
    await handOver(asked, { to: HEIR, all: true, cursor });
    const first = await batches();
    expect([...first]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    await handOver(asked, {});
    ports.clock.advance(60);
    await handOver(asked, { to: HEIR });
    await handOver(asked, {});
    await handOver(asked, { to: HEIR, all: true });
    expect((await batches()).size).toBe(2);
  });

  it('are done where the answer to the last page was lost, and it is asked for again', async () => {
    const [asked = ''] = await listed(30);
    const { cursor } = await handOver(asked, { to: HEIR, all: true });
    await handOver(asked, { to: HEIR, all: true, cursor });
    ports.envelopes.list = async () => {
      throw new Malformed([{ path: 'cursor', message: 'of the list of an earlier owner' }]);
    };
    expect(await handOver(asked, { to: HEIR, all: true, cursor })).toEqual({ handedOver: 0 });
  });

  it('leave out a draft that was deleted before the list heard of it', async () => {
    const [asked = '', deleted = '', last = ''] = await listed(3);
    await step(ports, deleted, 'discarded', {});
    expect(await handOver(asked, { to: HEIR, all: true })).toEqual({ handedOver: 2 });
    expect((await ownerOf(last)).subject).toBe('heir');
    await expect(handOver(deleted, { to: HEIR })).rejects.toThrow('envelope_unknown');
  });

  it('leave those of others alone, also where the list is behind', async () => {
    const [asked = '', gone = ''] = await listed(2);
    await handOver(gone, {});
    expect(await handOver(asked, { to: HEIR, all: true })).toEqual({ handedOver: 1 });
    expect((await ownerOf(gone)).subject).toBe('boss');
  });
});

it('an employee hands over nothing, not even their own', async () => {
  const id = await underWay(ports);
  await expect(handOver(id, { to: HEIR }, OWNER)).rejects.toThrow('forbidden');
  expect((await ownerOf(id)).subject).toBe(OWNER.subject);
});

it('the bus is told whose it is now, by subject alone', async () => {
  const id = await underWay(ports);
  await handOver(id, { to: HEIR });
  const entry = (await ports.ledger.entries(id)).at(-1)!;
  expect(eventOf(entry, await ports.ledger.load(id))).toMatchObject({
    type: 'envelope.owner-changed',
    detail: { data: { owner: 'heir' } },
  });
});

it.each([
  { to: { ...HEIR, subject: ' ' } },
  { to: { ...HEIR, email: 'nobody' } },
  { to: { ...HEIR, name: '' } },
  { to: { ...HEIR, role: 'admin' } },
  { to: HEIR, batch: { id: 'short', size: 2 } },
  { to: HEIR, batch: { id: 'abcdefgh-12345678', size: 0 } },
])('%j names nobody', (body) => {
  expect(HandOverInput.safeParse(body).success).toBe(false);
});
