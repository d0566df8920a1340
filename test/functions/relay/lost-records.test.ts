import { beforeEach, describe, expect, it } from 'vitest';
import { makeCompare } from '../../../functions/relay/compare.ts';
import { makeProject } from '../../../functions/relay/project.ts';
import { makePublish } from '../../../functions/relay/publish.ts';
import { makeRelay } from '../../../functions/relay/relay.ts';
import { makeRepair } from '../../../functions/relay/repair.ts';
import { makeSweep } from '../../../functions/relay/sweep.ts';
import type { EntryData, EntryType } from '../../../shared/domain/ledger/entries.ts';
import { isPassing } from '../../../shared/runtime/passing-fault.ts';
import { complete, draft, revision, sign, step, underWay } from '../../fixtures/envelope-steps.ts';
import { NEVER } from '../../fixtures/memory/expiring-rows.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';
import { CREATED, DOCUMENT, FIELDS, OWNER } from '../../fixtures/sample-envelope.ts';
import { SENDER_SETTINGS, senderDesk } from '../../fixtures/sender-desk.ts';

const HOUR = 3_600;
const retention = { evidenceYears: 10, draftDays: 60 };

let ports: MemoryPorts;
beforeEach(() => {
  ports = memoryPorts();
});

type Make = (ports: MemoryPorts) => Promise<string>;

/** Entries before, the entry, and the call to the workflow that it must cause. */
interface Case<T extends EntryType> {
  readonly after: Make;
  readonly data: EntryData[T];
  readonly heard?: 'started' | 'restarted' | 'signed' | 'again' | 'ended';
}

const withDocument: Make = async (over) => {
  const id = await draft(over);
  await step(over, id, 'document.accepted', DOCUMENT);
  return id;
};

const sent: Make = async (over) => {
  const id = await withDocument(over);
  const deadline = new Date(over.clock.now().getTime() + 14 * 86_400_000).toISOString();
  await step(over, id, 'sent', { deadline });
  return id;
};

const prepared: Make = async (over) => {
  const id = await sent(over);
  await step(over, id, 'prepared', { revision: revision(id, 0), certificatePages: 1 });
  return id;
};

const stopped: Make = async (over) => {
  const id = await underWay(over);
  await step(over, id, 'voided', { reason: 'x' });
  return id;
};

const signedByFirst: Make = async (over) => {
  const id = await underWay(over);
  await sign(over, id, 'd1');
  return id;
};

const stalled: Make = async (over) => {
  const id = await underWay(over);
  await step(over, id, 'stalled', { execution: 1 });
  return id;
};

const { parties, title, language, schedule } = CREATED;
const signature: EntryData['signed'] = {
  party: 'd1',
  documentSha256: '0'.repeat(64),
  confirmation: {
    channel: 'x',
    codeSentAt: '2026-03-02T09:00:00Z',
    confirmedAt: '2026-03-02T09:01:00Z',
  },
  method: 'typed',
  submission: { key: 'open/x/s.json', sha256: 'b'.repeat(64) },
  stamp: false,
};
const failure = { to: 'd1', notice: 'invitation', reason: 'bounce', kind: 'failed' } as const;
const channel = { kind: 'sms', number: '+393331112223' } as const;

const CASES: { readonly [T in Exclude<EntryType, 'created'>]: Case<T> } = {
  edited: { after: draft, data: { parties, title, language, schedule } },
  'document.accepted': { after: draft, data: DOCUMENT },
  'document.refused': { after: draft, data: { upload: 'u', name: 'a.pdf', code: 'x' } },
  placed: { after: withDocument, data: { fields: FIELDS } },
  filled: { after: withDocument, data: { key: 'k', sha256: 'a'.repeat(64), fields: [] } },
  discarded: { after: draft, data: {} },
  sent: { after: withDocument, data: { deadline: '2026-12-31T00:00:00.000Z' }, heard: 'started' },
  prepared: { after: sent, data: { revision: revision('x', 0), certificatePages: 1 } },
  invited: { after: prepared, data: { party: 'd1', notice: 'invitation' } },
  opened: { after: underWay, data: { party: 'd1' } },
  consented: { after: underWay, data: { party: 'd1', version: '1', language, sha256: 'c' } },
  'code.sent': { after: underWay, data: { party: 'd1', channel: 'x' } },
  'code.wrong': { after: underWay, data: { party: 'd1', triesLeft: 4 } },
  'code.right': { after: underWay, data: { party: 'd1', documentSha256: '0'.repeat(64) } },
  signed: { after: underWay, data: signature, heard: 'signed' },
  appended: { after: signedByFirst, data: { party: 'd1', revision: revision('x', 1) } },
  reported: { after: underWay, data: { party: 'd1', about: 'not-mine' } },
  declined: { after: underWay, data: { party: 'd1', reason: 'x' }, heard: 'ended' },
  voided: { after: underWay, data: { reason: 'x' }, heard: 'ended' },
  expired: { after: underWay, data: {}, heard: 'ended' },
  failed: { after: underWay, data: { stage: 'seal', code: 'x' }, heard: 'ended' },
  reminded: { after: underWay, data: { party: 'd1' }, heard: 'again' },
  're-sent': { after: underWay, data: { party: 'd1' }, heard: 'again' },
  'contact.corrected': { after: underWay, data: { party: 'd1', channel }, heard: 'again' },
  'owner.changed': {
    after: underWay,
    data: { owner: { subject: 'o2', email: 'b@x.test', name: 'B' } },
  },
  completed: {
    after: signedByFirst,
    data: { file: revision('x', 3), beforeSeal: revision('x', 2), ledgerHead: 'c' },
  },
  delivered: { after: complete, data: { to: 'd1', attached: true } },
  'delivery.failed': { after: underWay, data: failure },
  stalled: { after: underWay, data: { execution: 1 }, heard: 'restarted' },
  restarted: { after: stalled, data: { execution: 2 }, heard: 'restarted' },
  purged: { after: stopped, data: {} },
  erased: { after: stopped, data: {} },
};

const project = () => makeProject(ports, { company: 'Rossi S.p.A.', showTitle: false, retention });

/** The ledger so far, and the wait of the first party. */
async function carried(id: string): Promise<void> {
  for (const entry of await ports.ledger.entries(id)) {
    await makeRelay(ports, project())(entry);
    await makePublish(ports, project())(entry);
  }
  const { seq } = await ports.ledger.load(id);
  await ports.taskTokens.put(id, 'd1', { token: 'wait', seq, order: 0 }, NEVER);
}

async function sweepFor(hours: number): Promise<void> {
  const always = () => true;
  const steps = {
    repair: makeRepair(ports, project(), isPassing),
    compare: makeCompare(ports, project(), retention),
    onFault: (_: string, fault: unknown) => {
      throw fault;
    },
    hasTime: { overdue: always, regroup: always, words: always, compare: always },
  };
  for (let hour = 0; hour < hours; hour++) {
    ports.clock.advance(HOUR);
    await makeSweep(ports, steps)();
  }
}

async function heard(id: string, what: Case<EntryType>['heard']): Promise<void> {
  if (what === undefined) return;
  if (what === 'started') expect(await ports.workflow.status(id)).toBe('running');
  else if (what === 'restarted') expect(await ports.workflow.status(id, 2)).toBe('running');
  else expect(ports.workflow.resumed[0]).toEqual({ taskToken: 'wait', outcome: what });
}

async function losing(type: Exclude<EntryType, 'created'>, publishes: boolean): Promise<string> {
  const { after, data } = CASES[type] as Case<EntryType>;
  const id = await after(ports);
  await carried(id);
  ports.workflow.resumed.length = 0;
  await sweepFor(1);
  await step(ports, id, type, data as never);
  if (type === 'stalled' || type === 'restarted') ports.workflow.executions.set(id, 'failed');
  if (type === 'restarted') ports.workflow.executions.delete(`${id}-2`);
  const entry = (await ports.ledger.entries(id)).at(-1)!;
  if (publishes) await makePublish(ports, project())(entry);
  return id;
}

const types = Object.keys(CASES) as (keyof typeof CASES)[];

it('a row that does not say whose it is, as earlier releases wrote them, does so within a day', async () => {
  const id = await underWay(ports);
  await carried(id);
  const { ownedBy: owner, ...earlier } = ports.envelopes.rows.get(id)!;
  expect(owner).toMatchObject({ name: expect.any(String) });
  ports.envelopes.rows.set(id, earlier);
  await sweepFor(25);
  expect(ports.envelopes.rows.get(id)?.ownedBy).toEqual(owner);
});

describe('a record of the stream that is lost', () => {
  it.each(types)('by both followers, “%s”, is found within a day', async (type) => {
    const id = await losing(type, false);
    const { seq } = await ports.ledger.load(id);
    await sweepFor(25);
    expect(ports.envelopes.rows.get(id)?.seq).toBeGreaterThanOrEqual(seq);
    await heard(id, CASES[type].heard);
  });

  it.each(types.filter((type) => CASES[type].heard))(
    'by the one who tells the workflow, “%s”, is found within the next hours',
    async (type) => {
      const id = await losing(type, true);
      await sweepFor(2);
      await heard(id, CASES[type].heard);
    },
  );

  it('of a beginning is made up for by whoever began', async () => {
    const { create } = senderDesk(ports, { ...SENDER_SETTINGS, retention });
    const body = { title, language, parties: [...parties], deadlineDays: 14 };
    const caller = { ...OWNER, isAdministrator: false, emailVerified: true };
    const request = { body, query: {}, path: {}, language: 'it', caller } as const;
    const { id } = await create(request as never);
    expect(ports.envelopes.rows.get(id)).toMatchObject({ status: 'draft', owner: OWNER.subject });
  });

  it('of a beginning fails nobody whose list cannot be written', async () => {
    const put = () => Promise.reject(new Error('down'));
    const envelopes = { ...ports.envelopes, put } as never;
    const { create } = senderDesk({ ...ports, envelopes });
    const body = { title, language, parties: [...parties], deadlineDays: 14 };
    const caller = { ...OWNER, isAdministrator: false, emailVerified: true };
    const request = { body, query: {}, path: {}, language: 'it', caller } as const;
    const { id } = await create(request as never);
    expect((await ports.ledger.load(id)).status).toBe('draft');
  });
});
