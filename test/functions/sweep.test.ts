import { beforeEach, describe, expect, it } from 'vitest';
import { makeProject } from '../../functions/relay/project.ts';
import { makeRepair } from '../../functions/relay/repair.ts';
import { makeSweep } from '../../functions/relay/sweep.ts';
import { complete, draft, sign, step, underWay } from '../fixtures/envelope-steps.ts';
import { type MemoryPorts, memoryPorts } from '../fixtures/memory-ports.ts';

let ports: MemoryPorts;
let faults: string[];
beforeEach(() => {
  ports = memoryPorts();
  faults = [];
});

const project = () =>
  makeProject(ports, {
    company: 'Rossi S.p.A.',
    showTitle: false,
    retention: { evidenceYears: 10, draftDays: 60 },
  });

/** In the list, as the relay left it before it lost what came after. */
async function listed(make: (ports: MemoryPorts) => Promise<string>): Promise<string> {
  const id = await make(ports);
  await project()(await ports.ledger.load(id));
  return id;
}

const sweep = () =>
  makeSweep(ports, {
    repair: makeRepair(ports, project()),
    onFault: (id) => faults.push(id),
  })();

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
    await ports.access.putTaskToken(id, 'd1', { token: 't', seq: 0, order: 0 });
    await sign(ports, id, 'd1');
    await sweep();
    await sweep();
    expect(ports.workflow.resumed).toEqual([{ taskToken: 't', outcome: 'signed' }]);
  });

  it('ends every wait of an envelope that was stopped', async () => {
    const id = await listed(underWay);
    await ports.workflow.start(id);
    await ports.access.putTaskToken(id, 'd1', { token: 't', seq: 0, order: 0 });
    await step(ports, id, 'voided', { reason: 'x' });
    await sweep();
    expect(ports.workflow.resumed).toEqual([{ taskToken: 't', outcome: 'ended' }]);
  });

  it('has a party written to again if the sender’s step went lost, and not if it did not', async () => {
    const id = await listed(underWay);
    await ports.workflow.start(id);
    const { seq } = await step(ports, id, 'reminded', { party: 'd1' });
    await ports.access.putTaskToken(id, 'd1', { token: 'after', seq, order: 1 });
    await sweep();
    expect(ports.workflow.resumed).toEqual([]);
    await ports.access.putTaskToken(id, 'd1', { token: 'before', seq: seq - 1, order: 2 });
    await sweep();
    expect(ports.workflow.resumed).toEqual([{ taskToken: 'before', outcome: 'again' }]);
  });

  it.each(['failed', 'ended'] as const)(
    'reports an envelope whose execution %s too early',
    async (status) => {
      const id = await listed(underWay);
      ports.workflow.executions.set(id, status);
      expect(await sweep()).toEqual({ seen: 1, stuck: [id] });
    },
  );

  it('does not report an envelope that is purged while it is looked at', async () => {
    const id = await listed(complete);
    ports.clock.advance(14 * 86_400);
    ports.workflow.status = async () => {
      await step(ports, id, 'purged', {});
      return 'ended';
    };
    expect((await sweep()).stuck).toEqual([]);
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
