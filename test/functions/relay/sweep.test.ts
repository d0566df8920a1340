import { beforeEach, describe, expect, it } from 'vitest';
import { makeCompare } from '../../../functions/relay/compare.ts';
import { makeNoticeEnd } from '../../../functions/relay/notice-end.ts';
import { makeProject } from '../../../functions/relay/project.ts';
import { makeRepair } from '../../../functions/relay/repair.ts';
import { makeSweep } from '../../../functions/relay/sweep.ts';
import { summaryOf } from '../../../shared/domain/envelope/summary.ts';
import { NOT_SENT_YET } from '../../../shared/domain/ledger/entries.ts';
import { stop } from '../../../shared/domain/transitions/sender-acts.ts';
import { isPassing } from '../../../shared/runtime/passing-fault.ts';
import { complete, draft, revision, sign, step, underWay } from '../../fixtures/envelope-steps.ts';
import { NEVER } from '../../fixtures/memory/expiring-rows.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';
import { CREATED, DIRECTOR, DOCUMENT, FIELDS } from '../../fixtures/sample-envelope.ts';

let ports: MemoryPorts;
let faults: string[];
beforeEach(() => {
  ports = memoryPorts();
  faults = [];
});

/** Two directors sign in one turn. */
async function inOneTurn(ports: MemoryPorts): Promise<string> {
  const id = await draft(ports);
  const { owner: _, documentDays: __, ...facts } = CREATED;
  await step(ports, id, 'edited', { ...facts, parties: [DIRECTOR, { ...DIRECTOR, id: 'd2' }] });
  await step(ports, id, 'document.accepted', DOCUMENT);
  await step(ports, id, 'placed', { fields: FIELDS });
  await step(ports, id, 'sent', { deadline: '2026-03-16T09:00:00.000Z' });
  await step(ports, id, 'prepared', { revision: revision(id, 0), certificatePages: 1 });
  return id;
}

const retention = { evidenceYears: 10, draftDays: 60 };
const project = () => makeProject(ports, { company: 'Rossi S.p.A.', showTitle: false, retention });

/** Its list row before the relay lost later entries. */
async function listed(make: (ports: MemoryPorts) => Promise<string>): Promise<string> {
  const id = await make(ports);
  await project()(await ports.ledger.load(id));
  return id;
}

const always = () => true;
const sweepDue = () =>
  makeSweep(ports, {
    repair: makeRepair(ports, project(), isPassing),
    compare: makeCompare(ports, project(), retention),
    onFault: (id) => faults.push(id),
    hasTime: { overdue: always, regroup: always, words: always, compare: always },
  })();

/** Marks every envelope in progress as due. */
async function sweep() {
  for (const { id, status } of ports.envelopes.rows.values())
    if (status !== 'purged') await ports.watch.makeDue(id, ports.clock.now().toISOString());
  const { seen, stuck } = await sweepDue();
  return { seen, stuck };
}

describe('an execution that ended too early', () => {
  const noticed = (name: string) => makeNoticeEnd(ports)(name);

  it('is seen by the sender at once, and started anew by the sweep alone', async () => {
    const id = await listed(underWay);
    ports.workflow.executions.set(id, 'failed');
    await noticed(id);
    await noticed(id);
    const entries = await ports.ledger.entries(id);
    expect(entries.filter(({ type }) => type === 'stalled')).toHaveLength(1);
    const { stalledAt } = await ports.ledger.load(id);
    expect(summaryOf(await ports.ledger.load(id))).toMatchObject({ standsStillSince: stalledAt });
    expect(ports.workflow.executions.size).toBe(1);
    await sweep();
    expect(await ports.workflow.status(id, 2)).toBe('running');
    expect(summaryOf(await ports.ledger.load(id))).not.toHaveProperty('standsStillSince');
  });

  it('stops nothing if another one carries the envelope, if it is purged, or if it is not ours', async () => {
    const id = await listed(underWay);
    await step(ports, id, 'restarted', { execution: 2 });
    await noticed(id);
    await noticed('of-another-application');
    expect((await ports.ledger.load(id)).stalledAt).toBeUndefined();
    await noticed(`${id}-2`);
    expect((await ports.ledger.load(id)).stalledAt).toBeDefined();
  });

  it('lets its sender void what all have signed and nobody seals', async () => {
    const id = await underWay(ports);
    for (const party of ['d1', 'c1']) await sign(ports, id, party);
    const stopped = async () => stop(await ports.ledger.load(id), 'x');
    await expect(stopped()).rejects.toThrow('envelope_closed');
    await step(ports, id, 'stalled', { execution: 1 });
    expect(await stopped()).toMatchObject({ type: 'voided' });
  });
});

describe('the sweep', () => {
  it('starts the execution that the relay did not', async () => {
    const id = await listed(underWay);
    expect(await sweep()).toEqual({ seen: 1, stuck: [] });
    expect(await ports.workflow.status(id)).toBe('running');
  });

  it('starts none for a draft', async () => {
    await listed(draft);
    await sweep();
    expect(ports.workflow.executions.size).toBe(0);
  });

  it('brings a list that fell behind to where the ledger is', async () => {
    const id = await listed(draft);
    await step(ports, id, 'voided', { reason: 'x' });
    await sweep();
    expect(ports.envelopes.rows.get(id)).toMatchObject({ status: 'voided' });
    expect(await ports.workflow.status(id)).toBe('running');
  });

  it('ends the wait of a party that has signed', async () => {
    const id = await listed(underWay);
    await ports.workflow.start(id);
    await ports.taskTokens.put(id, 'd1', { token: 't', seq: 0, order: 0 }, NEVER);
    await sign(ports, id, 'd1');
    await sweep();
    await sweep();
    expect(ports.workflow.resumed).toEqual([{ taskToken: 't', outcome: 'signed' }]);
  });

  it('ends every wait of an envelope that was stopped', async () => {
    const id = await listed(underWay);
    await ports.workflow.start(id);
    await ports.taskTokens.put(id, 'd1', { token: 't', seq: 0, order: 0 }, NEVER);
    await step(ports, id, 'voided', { reason: 'x' });
    await sweep();
    expect(ports.workflow.resumed).toEqual([{ taskToken: 't', outcome: 'ended' }]);
  });

  it('has a party written to again if the sender’s step went lost, and not if it did not', async () => {
    const id = await listed(underWay);
    await ports.workflow.start(id);
    const { seq } = await step(ports, id, 'reminded', { party: 'd1' });
    await ports.taskTokens.put(id, 'd1', { token: 'after', seq, order: 1 }, NEVER);
    await sweep();
    expect(ports.workflow.resumed).toEqual([]);
    await ports.taskTokens.put(id, 'd1', { token: 'before', seq: seq - 1, order: 2 }, NEVER);
    await sweep();
    expect(ports.workflow.resumed).toEqual([{ taskToken: 'before', outcome: 'again' }]);
  });

  it('has nobody written to again for what its sender asked of another party', async () => {
    const id = await listed(inOneTurn);
    await ports.workflow.start(id);
    const { seq } = await step(ports, id, 'reminded', { party: 'd2' });
    for (const party of ['d1', 'd2'])
      await ports.taskTokens.put(id, party, { token: party, seq: seq - 1, order: 1 }, NEVER);
    await sweep();
    expect(ports.workflow.resumed).toEqual([{ taskToken: 'd2', outcome: 'again' }]);
  });

  it.each(['failed', 'ended'] as const)(
    'starts an envelope anew whose execution %s too early, and asks for a person from the second time on',
    async (status) => {
      const id = await listed(underWay);
      ports.workflow.executions.set(id, status);
      expect(await sweep()).toEqual({ seen: 1, stuck: [] });
      expect([...ports.workflow.executions]).toEqual([
        [id, status],
        [`${id}-2`, 'running'],
      ]);
      ports.workflow.executions.set(`${id}-2`, status);
      expect(await sweep()).toEqual({ seen: 1, stuck: [id] });
      expect(ports.workflow.executions.size).toBe(2);
      expect((await ports.ledger.load(id)).stalledAt).toBeDefined();
      ports.clock.advance(3_600);
      expect(await sweep()).toEqual({ seen: 1, stuck: [id] });
      expect(await ports.workflow.status(id, 3)).toBe('running');
    },
  );

  it('starts what fails again and again ever more rarely, at last once a day', async () => {
    const id = await listed(underWay);
    ports.workflow.start = async (name, execution = 1) => {
      ports.workflow.executions.set(execution === 1 ? name : `${name}-${execution}`, 'failed');
    };
    ports.workflow.executions.set(id, 'failed');
    const hours: number[] = [];
    for (let hour = 0; hour < 100; hour++) {
      const before = ports.workflow.executions.size;
      await sweep();
      if (ports.workflow.executions.size > before) hours.push(hour);
      ports.clock.advance(3_600);
    }
    expect(hours.map((hour, index) => hour - (hours[index - 1] ?? 0))).toEqual([
      0, 2, 3, 5, 9, 17, 25, 25,
    ]);
  });

  it('notes that somebody redrove the execution', async () => {
    const id = await listed(underWay);
    await step(ports, id, 'stalled', { execution: 1 });
    ports.workflow.executions.set(id, 'running');
    expect(await sweep()).toEqual({ seen: 1, stuck: [] });
    expect(await ports.ledger.load(id)).toMatchObject({ execution: 1 });
    expect((await ports.ledger.load(id)).stalledAt).toBeUndefined();
    expect(ports.workflow.executions.size).toBe(1);
  });

  it('reports a signature that nobody seals for three hours, though its wait was ended', async () => {
    const id = await listed(underWay);
    await ports.workflow.start(id);
    await ports.taskTokens.put(id, 'd1', { token: 't', seq: 0, order: 0 }, NEVER);
    await sign(ports, id, 'd1');
    expect((await sweep()).stuck).toEqual([]);
    ports.clock.advance(3 * 3_600);
    expect((await sweep()).stuck).toEqual([id]);
  });

  it('reports a party that nobody writes to for three hours, unless that is known to fail', async () => {
    const id = await listed(underWay);
    await ports.workflow.start(id);
    await sign(ports, id, 'd1');
    await step(ports, id, 'appended', { party: 'd1', revision: revision(id, 1) });
    ports.clock.advance(3 * 3_600);
    expect((await sweep()).stuck).toEqual([id]);
    const failure = { to: 'c1', notice: 'invitation', reason: NOT_SENT_YET, round: 0 } as const;
    await step(ports, id, 'delivery.failed', { ...failure, kind: 'delayed' });
    ports.clock.advance(3 * 3_600);
    expect((await sweep()).stuck).toEqual([]);
  });

  it('looks twice before it asks for a person', async () => {
    const id = await listed(underWay);
    await ports.workflow.start(id);
    const { status } = ports.workflow;
    let refused = 0;
    ports.workflow.status = async (name, execution) => {
      if (refused++ === 0) throw new Error('throttled');
      return status.call(ports.workflow, name, execution);
    };
    expect(await sweep()).toEqual({ seen: 1, stuck: [] });
    expect(faults).toEqual([]);
  });

  it('does not report an envelope that is purged while it is looked at', async () => {
    const id = await listed(complete);
    ports.clock.advance(14 * 86_400);
    ports.workflow.status = async () => {
      await step(ports, id, 'purged', {});
      return 'ended';
    };
    expect((await sweep()).stuck).toEqual([]);
    expect(ports.workflow.executions.size).toBe(0);
  });

  it('reports an envelope that is not purged an hour after it should be', async () => {
    const id = await listed(complete);
    await ports.workflow.start(id);
    ports.clock.advance(14 * 86_400 + 3_600);
    expect((await sweep()).stuck).toEqual([]);
    ports.clock.advance(1);
    expect((await sweep()).stuck).toEqual([id]);
  });

  it('reports an envelope that waits past its deadline', async () => {
    const id = await listed(underWay);
    await ports.workflow.start(id);
    ports.clock.advance(14 * 86_400 + 3_601);
    expect((await sweep()).stuck).toEqual([id]);
  });

  it('does not look at what is purged', async () => {
    const id = await listed(complete);
    ports.clock.advance(14 * 86_400);
    await step(ports, id, 'purged', {});
    await project()(await ports.ledger.load(id));
    expect(await sweep()).toEqual({ seen: 0, stuck: [] });
  });

  it('sees all others when one fails', async () => {
    const lost = await listed(underWay);
    const others = await Promise.all(Array.from({ length: 12 }, () => listed(underWay)));
    const { entries } = ports.ledger;
    ports.ledger.entries = async (id) => {
      if (id === lost) throw new Error('unreadable');
      return entries.call(ports.ledger, id);
    };
    expect(await sweep()).toEqual({ seen: 13, stuck: [lost] });
    expect(faults).toEqual([lost]);
    expect([...ports.workflow.executions.keys()].sort()).toEqual(others.sort());
  });
});
