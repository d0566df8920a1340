import { beforeEach, describe, expect, it, vi } from 'vitest';
import { eventOf } from '../../../functions/relay/event-of.ts';
import { makeProject } from '../../../functions/relay/project.ts';
import { publicRecord } from '../../../functions/relay/public-record.ts';
import { makePublish } from '../../../functions/relay/publish.ts';
import { makeRelay } from '../../../functions/relay/relay.ts';
import type { EventType } from '../../../shared/contract/event-types.ts';
import { EVENT_DATA, eventDetail } from '../../../shared/contract/events.ts';
import { EnvelopeSummary } from '../../../shared/contract/sender/sender-answers.ts';
import { PublicRecord } from '../../../shared/contract/verifier.ts';
import { complete, draft, sign, step, underWay } from '../../fixtures/envelope-steps.ts';
import { NEVER } from '../../fixtures/memory/expiring-rows.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';
import { OWNER } from '../../fixtures/sample-envelope.ts';

let ports: MemoryPorts;
beforeEach(() => {
  ports = memoryPorts();
});

const project = () =>
  makeProject(ports, {
    company: 'Rossi S.p.A.',
    showTitle: false,
    retention: { evidenceYears: 10, draftDays: 60 },
  });
const relay = () => makeRelay(ports, project());
const publish = () => makePublish(ports, project());

/** Relays every entry of the envelope, as the stream does. */
async function relayAll(id: string): Promise<void> {
  for (const entry of await ports.ledger.entries(id)) await relay()(entry);
}

async function publishAll(id: string): Promise<void> {
  for (const entry of await ports.ledger.entries(id)) await publish()(entry);
}

async function relayLast(id: string): Promise<void> {
  await relay()((await ports.ledger.entries(id)).at(-1)!);
}

const waits = async (id: string, party: string, token: string) =>
  ports.taskTokens.put(
    id,
    party,
    {
      token,
      seq: (await ports.ledger.load(id)).seq,
      order: 0,
    },
    NEVER,
  );

describe('what the relay tells the workflow', () => {
  it('starts an execution when the envelope is sent, not before', async () => {
    await relayAll(await draft(ports));
    expect(ports.workflow.executions.size).toBe(0);
    const id = await underWay(ports);
    await relayAll(id);
    expect([...ports.workflow.executions.keys()]).toEqual([id]);
  });

  it('starts one for a draft that was stopped, so that it is purged too', async () => {
    const id = await draft(ports);
    await step(ports, id, 'voided', { reason: 'x' });
    await relayLast(id);
    expect(await ports.workflow.status(id)).toBe('running');
  });

  it('ends the wait of the party that signed, and of no other', async () => {
    const id = await underWay(ports);
    await waits(id, 'd1', 'token-d');
    await waits(id, 'c1', 'token-c');
    await sign(ports, id, 'd1');
    await relayLast(id);
    expect(ports.workflow.resumed).toEqual([{ taskToken: 'token-d', outcome: 'signed' }]);
    expect(ports.workflow.executions.size).toBe(0);
  });

  it.each([
    ['declined', { party: 'd1', reason: 'x' }],
    ['voided', { reason: 'x' }],
    ['expired', {}],
    ['failed', { stage: 'seal', code: 'x' }],
  ] as const)('ends every wait when the envelope is %s', async (type, data) => {
    const id = await underWay(ports);
    await waits(id, 'd1', 'token-d');
    await waits(id, 'c1', 'token-c');
    await step(ports, id, type, data as never);
    await relayLast(id);
    expect(ports.workflow.resumed).toEqual([
      { taskToken: 'token-d', outcome: 'ended' },
      { taskToken: 'token-c', outcome: 'ended' },
    ]);
  });

  it.each(['reminded', 're-sent', 'contact.corrected'] as const)(
    'has the party written to again when %s, once however often the entry comes',
    async (type) => {
      const id = await underWay(ports);
      await waits(id, 'd1', 'first');
      const channel = { kind: 'sms', number: '+393331112223' };
      await step(ports, id, type, { party: 'd1', channel } as never);
      await relayLast(id);
      expect(ports.workflow.resumed).toEqual([{ taskToken: 'first', outcome: 'again' }]);
      await waits(id, 'd1', 'second');
      await relayLast(id);
      expect(ports.workflow.resumed).toHaveLength(1);
    },
  );

  it('tells nobody of a contact that was corrected before its turn', async () => {
    const id = await underWay(ports);
    const channel = { kind: 'sms', number: '+393331112223' } as const;
    await step(ports, id, 'contact.corrected', { party: 'c1', channel });
    await relayLast(id);
    expect(ports.workflow.resumed).toEqual([]);
  });

  it('starts the execution that the ledger says is started anew, once', async () => {
    const id = await underWay(ports);
    await step(ports, id, 'stalled', { execution: 1 });
    await step(ports, id, 'restarted', { execution: 2 });
    await relayLast(id);
    await relayLast(id);
    expect([...ports.workflow.executions.keys()]).toEqual([`${id}-2`]);
  });

  it.each([
    ['signed', () => sign],
    ['reminded', () => (_: unknown, id: string) => step(ports, id, 'reminded', { party: 'd1' })],
    ['voided', () => (_: unknown, id: string) => step(ports, id, 'voided', { reason: 'x' })],
    [
      'declined',
      () => (_: unknown, id: string) => step(ports, id, 'declined', { party: 'd1', reason: 'x' }),
    ],
  ] as const)('starts what stands still anew when somebody acts (%s)', async (_, act) => {
    const id = await underWay(ports);
    await step(ports, id, 'stalled', { execution: 1 });
    await act()(ports, id, 'd1');
    await relayLast(id);
    expect(await ports.workflow.status(id, 2)).toBe('running');
    expect((await ports.ledger.load(id)).stalledAt).toBeUndefined();
  });

  it('leaves a completed envelope to its workflow', async () => {
    const id = await complete(ports);
    await waits(id, 'c1', 'token-c');
    await relayLast(id);
    expect(ports.workflow.resumed).toEqual([]);
  });
});

describe('what one follower cannot do', () => {
  const broken = () => Promise.reject(new Error('down'));

  it('keeps no envelope from going on: neither the bus nor the list', async () => {
    const id = await underWay(ports);
    ports.bus.publish = broken;
    ports.envelopes.put = broken;
    await relayAll(id);
    expect([...ports.workflow.executions.keys()]).toEqual([id]);
    await expect(publishAll(id)).rejects.toThrow('down');
  });

  it('keeps the list from no state that the other one sees', async () => {
    const id = await underWay(ports);
    ports.bus.publish = broken;
    await relayAll(id);
    expect(ports.envelopes.rows.get(id)).toMatchObject({ status: 'signing' });
    const other = await underWay(ports);
    ports.workflow.start = broken;
    await expect(relayAll(other)).rejects.toThrow('down');
    await expect(publishAll(other)).rejects.toThrow('down');
    expect(ports.envelopes.rows.get(other)).toMatchObject({ status: 'signing' });
  });
});

describe('the list', () => {
  it('is written once for entries that come together, after one reading of their ledger', async () => {
    const id = await complete(ports);
    const rows: number[] = [];
    const put = ports.envelopes.put.bind(ports.envelopes);
    ports.envelopes.put = async (row) => {
      rows.push(row.seq);
      await put(row);
    };
    const together = publish();
    const entries = await ports.ledger.entries(id);
    const read = vi.spyOn(ports.ledger, 'entries');
    for (const entry of entries) await together(entry);
    expect(rows).toEqual([entries.length - 1]);
    expect(read).toHaveBeenCalledTimes(1);
    await step(ports, id, 'delivered', { to: 'd1', attached: true });
    await step(ports, id, 'delivered', { to: 'c1', attached: true });
    for (const entry of (await ports.ledger.entries(id)).slice(-2)) await together(entry);
    expect(rows).toEqual([entries.length - 1, entries.length + 1]);
  });

  it('is written again where it could not be written', async () => {
    const id = await complete(ports);
    const put = ports.envelopes.put.bind(ports.envelopes);
    const together = publish();
    const [first] = await ports.ledger.entries(id);
    ports.envelopes.put = () => Promise.reject(new Error('down'));
    await expect(together(first!)).rejects.toThrow('down');
    ports.envelopes.put = put;
    await together(first!);
    expect(ports.envelopes.rows.get(id)).toMatchObject({ status: 'completed' });
  });
});

describe('the events', () => {
  it('fit their published contract, each with an id that stays the same', async () => {
    const id = await complete(ports);
    await step(ports, id, 'delivery.failed', { to: 'c1', notice: 'delivery', reason: 'bounced' });
    ports.clock.advance(14 * 86_400);
    await step(ports, id, 'purged', {});
    await publishAll(id);
    await publishAll(id);
    for (const { type, detail } of ports.bus.events) {
      expect(eventDetail(type).strict().parse(detail)).toEqual(detail);
    }
    const ids = ports.bus.events.map(({ detail }) => detail.metadata.id);
    expect(new Set(ids).size).toBe(ids.length / 2);
    expect(ids.slice(0, ids.length / 2)).toEqual(ids.slice(ids.length / 2));
    expect(ports.bus.events.slice(0, ids.length / 2).map(({ type }) => type)).toEqual([
      'envelope.created',
      'envelope.sent',
      'party.invited',
      'party.signed',
      'party.signed',
      'envelope.completed',
      'delivery.failed',
      'envelope.purged',
    ]);
  });

  it('cover every type that the contract names', async () => {
    const id = await complete(ports);
    const entry = (await ports.ledger.entries(id))[0]!;
    const envelope = await ports.ledger.load(id);
    const data = {
      created: entry.data,
      sent: { deadline: '2026-03-16T09:00:00.000Z' },
      invited: { party: 'd1', notice: 'reminder' },
      opened: { party: 'd1' },
      signed: { party: 'd1', method: 'drawn' },
      declined: { party: 'd1', reason: 'secret reason' },
      reported: { party: 'd1', about: 'locked' },
      completed: { file: { sha256: 'a', length: 1 } },
      expired: {},
      voided: { reason: 'secret reason' },
      failed: { stage: 'seal', code: 'x' },
      'owner.changed': { owner: { subject: 'user-2', email: 'x@example.com', name: 'X' } },
      purged: {},
      erased: {},
      'delivery.failed': { to: 'd1', notice: 'code', reason: 'x' },
    };
    const delayed = { to: 'd1', notice: 'code', reason: 'bounce: Transient, General' };
    const told = [...Object.entries(data), ['delivery.failed', delayed]].map(([type, value]) =>
      eventOf({ ...entry, type, data: value } as never, envelope),
    );
    const types = told.map((event) => event?.type).sort();
    expect(types).toEqual((Object.keys(EVENT_DATA) as EventType[]).sort());
    expect(JSON.stringify(told)).not.toContain('secret reason');
  });

  it('of a message say what became of it and in which round, and call no delay a failure', async () => {
    const id = await complete(ports);
    const about = { to: 'c1', notice: 'delivery', round: 2, message: 'm' } as const;
    for (const kind of ['failed', 'complaint', 'delayed'] as const)
      await step(ports, id, 'delivery.failed', { ...about, reason: 'x', kind });
    await publishAll(id);
    const told = ports.bus.events.slice(-3).map(({ type, detail }) => [type, detail.data]);
    const data = { to: 'c1', notice: 'delivery', reason: 'x', round: 2 };
    expect(told).toEqual([
      ['delivery.failed', { ...data, kind: 'failed' }],
      ['delivery.failed', { ...data, kind: 'complaint' }],
      ['delivery.delayed', data],
    ]);
  });

  it('hold no name, address, link or code', async () => {
    const id = await complete(ports);
    await publishAll(id);
    expect(JSON.stringify(ports.bus.events)).not.toMatch(/Rossi|Verdi|example\.com|\+39|203\.0/);
  });
});

describe('the list and the public record', () => {
  it('follow the ledger, and never go back to an older state', async () => {
    const id = await complete(ports);
    await relayAll(id);
    const row = ports.envelopes.rows.get(id)!;
    expect(row).toMatchObject({ status: 'completed', owner: OWNER.subject });
    await ports.envelopes.put({ ...row, status: 'draft', seq: 0 });
    expect(ports.envelopes.rows.get(id)).toMatchObject({ status: 'completed' });
    const { owner: _, seq: __, expiresAt: ___, dueAt: ____, words: _____, ...summary } = row;
    expect(EnvelopeSummary.strict().parse(summary)).toEqual(summary);
  });

  it('say whom a message did not reach, until somebody is reached, and strangers never', async () => {
    const id = await underWay(ports);
    const failure = {
      to: 'd1',
      notice: 'invitation',
      reason: 'x',
      kind: 'failed',
      round: 0,
    } as const;
    await step(ports, id, 'delivery.failed', failure);
    await publishAll(id);
    const marks = () => ports.envelopes.rows.get(id)!.parties.map(({ undelivered }) => undelivered);
    expect(marks()).toMatchObject([{ kind: 'failed', notice: 'invitation' }, undefined]);
    expect(JSON.stringify(ports.records.rows.get(id))).not.toContain('undelivered');
    await step(ports, id, 're-sent', { party: 'd1' });
    await publishAll(id);
    expect(marks()).toEqual([undefined, undefined]);
  });

  it('say whom the envelope waits for', async () => {
    const id = await underWay(ports);
    await relayLast(id);
    expect(ports.envelopes.rows.get(id)).toMatchObject({ waitingFor: ['Maria Rossi'] });
  });

  it('show no stranger a whole name, a contact or the title', async () => {
    const id = await complete(ports);
    const settings = { company: 'Rossi S.p.A.', showTitle: false };
    const record = publicRecord(await ports.ledger.load(id), settings);
    expect(PublicRecord.strict().parse(record)).toEqual(record);
    expect(JSON.stringify(record)).not.toMatch(/Maria|Luca|Verdi|example|\+39|fornitura/);
    expect(record).toMatchObject({
      status: 'completed',
      sha256: '3'.repeat(64),
      beforeSeal: { sha256: '2'.repeat(64), length: 1002 },
      signers: [{ name: 'M••• R•••' }, { name: 'L••• V•••' }],
      removedAt: '2026-03-16T09:00:00.000Z',
    });
  });

  it('say of each signer when it signed, and of none that has not', async () => {
    const id = await underWay(ports);
    ports.clock.advance(3_600);
    await sign(ports, id, 'd1');
    const settings = { company: 'Rossi S.p.A.', showTitle: false };
    expect(publicRecord(await ports.ledger.load(id), settings)?.signers).toEqual([
      { name: 'M••• R•••', role: 'director', signedAt: '2026-03-02T10:00:00.000Z' },
      { name: 'L••• V•••', role: 'client' },
    ]);
  });

  it('show the title where the company wants it', async () => {
    const envelope = await ports.ledger.load(await complete(ports));
    const settings = { company: 'Rossi S.p.A.', showTitle: true };
    expect(publicRecord(envelope, settings)).toMatchObject({ title: envelope.title });
  });

  it('have neither title nor names of what was erased', async () => {
    const id = await underWay(ports);
    await step(ports, id, 'voided', { reason: 'x' });
    await step(ports, id, 'erased', {});
    const settings = { company: 'Rossi S.p.A.', showTitle: true };
    const record = publicRecord(await ports.ledger.load(id), settings)!;
    expect(record).toMatchObject({ id, status: 'voided', signers: [] });
    expect(record).not.toHaveProperty('title');
  });

  it('still answer by hash after the purge', async () => {
    const id = await complete(ports);
    ports.clock.advance(14 * 86_400);
    await step(ports, id, 'purged', {});
    await relayLast(id);
    expect(await ports.records.findBySha256('3'.repeat(64))).toMatchObject({
      id,
      status: 'completed',
    });
  });

  it('know nothing of a draft, whose id stands on no page', async () => {
    const id = await draft(ports);
    await relayAll(id);
    expect(ports.records.rows.size).toBe(0);
  });

  it('give no hash of an envelope that was stopped', async () => {
    const id = await underWay(ports);
    await step(ports, id, 'declined', { party: 'd1', reason: 'x' });
    await relayLast(id);
    const record = await ports.records.find(id);
    expect(record).toMatchObject({ status: 'declined' });
    expect(record).not.toHaveProperty('sha256');
    expect(record).not.toHaveProperty('removedAt');
  });
});
