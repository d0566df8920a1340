import { beforeEach, describe, expect, it } from 'vitest';
import { makeCompare } from '../../../functions/relay/compare.ts';
import { makeProject } from '../../../functions/relay/project.ts';
import { makeRepair } from '../../../functions/relay/repair.ts';
import { makeSweep } from '../../../functions/relay/sweep.ts';
import { envelopeIdFrom } from '../../../shared/domain/envelope/envelope-id.ts';
import { isPassing } from '../../../shared/runtime/passing-fault.ts';
import { complete, draft, revision, sign, step, underWay } from '../../fixtures/envelope-steps.ts';
import { NEVER } from '../../fixtures/memory/expiring-rows.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';

const HOUR = 3_600;
const retention = { evidenceYears: 10, draftDays: 60 };

let ports: MemoryPorts;
/** Number of calls by port and method. */
let calls: Record<string, number>;
beforeEach(() => {
  ports = memoryPorts();
  calls = {};
});

type Method = (...given: readonly unknown[]) => unknown;

const counted = <P extends object>(name: string, port: P): P =>
  new Proxy(port, {
    get: (target, method) => {
      const value = Reflect.get(target, method) as Method;
      if (typeof value !== 'function') return value;
      return (...given: readonly unknown[]) => {
        const call = `${name}.${String(method)}`;
        calls[call] = (calls[call] ?? 0) + 1;
        return value.apply(target, [...given]);
      };
    },
  });

const project = (over: Pick<MemoryPorts, 'envelopes' | 'records'> = ports) =>
  makeProject(over, { company: 'Rossi S.p.A.', showTitle: false, retention });

async function sweep(hasTime: () => boolean = () => true) {
  const over = {
    ...ports,
    ledger: counted('ledger', ports.ledger),
    workflow: counted('workflow', ports.workflow),
    envelopes: counted('list', ports.envelopes),
    records: counted('records', ports.records),
  };
  return makeSweep(over, {
    repair: makeRepair(over, project(over), isPassing),
    compare: makeCompare(over, project(over), retention),
    onFault: () => undefined,
    hasTime: { overdue: hasTime, regroup: () => true, words: () => true, compare: hasTime },
  })();
}

/** Creates that many envelopes with equal ledgers, each with a list row and a running execution. */
async function many(count: number, make: (ports: MemoryPorts) => Promise<string>) {
  const entries = await ports.ledger.entries(await make(ports));
  const ids = Array.from({ length: count }, () => envelopeIdFrom(ports.random(17)));
  for (const id of ids) {
    ports.ledger.restore(entries.map((entry) => ({ ...entry, envelopeId: id })));
    ports.workflow.executions.set(id, 'running');
    await project()(await ports.ledger.load(id));
  }
  return ids;
}

async function signedByFirst(over: MemoryPorts) {
  const id = await underWay(over);
  await sign(over, id, 'd1');
  return id;
}

/** First effects of a started execution. */
async function sealed(id: string): Promise<void> {
  const { status, parties } = await ports.ledger.load(id);
  if (parties[0]?.revision || !ports.workflow.executions.has(id)) return;
  expect(status).toBe('signing');
  await step(ports, id, 'appended', { party: 'd1', revision: revision(id, 1) });
  const envelope = await step(ports, id, 'invited', { party: 'c1', notice: 'invitation' });
  await project()(envelope);
}

describe('a sweep over 10,000 unfinished envelopes of which 20 are stuck', () => {
  it('repairs the 20, describes no other, and writes nothing to the healthy', async () => {
    await many(8_480, underWay);
    await many(500, draft);
    await many(1_000, async (over) => {
      const id = await complete(over);
      await step(over, id, 'delivered', { to: 'd1', attached: true });
      return id;
    });
    const waiting = await many(10, signedByFirst);
    for (const id of waiting)
      await ports.taskTokens.put(id, 'd1', { token: id, seq: 0, order: 0 }, NEVER);
    const unstarted = await many(10, signedByFirst);
    for (const id of unstarted) ports.workflow.executions.delete(id);
    ports.clock.advance(HOUR);

    expect(await sweep()).toEqual({ seen: 20, unseen: 0, stuck: [] });
    expect(ports.workflow.resumed.map(({ taskToken }) => taskToken).sort()).toEqual(
      waiting.toSorted(),
    );
    for (const id of unstarted) expect(ports.workflow.executions.get(id)).toBe('running');
    expect(calls).toEqual({
      'ledger.entries': 20,
      'ledger.newestSeq': 10_000,
      'workflow.status': 20,
      'workflow.start': 10,
      'workflow.resume': 10,
      'list.put': 20,
      'records.put': 20,
    });

    calls = {};
    ports.clock.advance(10 * 60);
    expect(await sweep()).toEqual({ seen: 0, unseen: 0, stuck: [] });
    expect(calls).toEqual({});
  });

  it('ends when its time is over, and the next goes on where it stood', async () => {
    const ids = await many(95, signedByFirst);
    for (const id of ids.slice(0, 50)) ports.workflow.executions.delete(id);
    ports.clock.advance(HOUR);
    const seen: number[] = [];
    for (let run = 0; run < 10; run++) {
      let questions = 0;
      seen.push((await sweep(() => ++questions % 2 === 1)).seen);
    }
    expect(seen).toEqual([20, 20, 20, 20, 15, 0, 0, 0, 0, 0]);
    expect(calls['ledger.newestSeq']).toBe(95);
    expect(calls['workflow.status']).toBe(95);
    expect(calls['workflow.start']).toBe(50);
  });

  it('asks nobody for help because a service refuses for now, and comes to all by and by', async () => {
    const ids = await many(100, signedByFirst);
    for (const id of ids) ports.workflow.executions.delete(id);
    ports.clock.advance(HOUR);
    const { status } = ports.workflow;
    let left = 0;
    ports.workflow.status = async (name, execution) => {
      if (left-- > 0) return status.call(ports.workflow, name, execution);
      throw Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });
    };
    const unseen: number[] = [];
    while (unseen.at(-1) !== 0) {
      left = 40;
      const report = await sweep();
      expect(report.stuck).toEqual([]);
      unseen.push(report.unseen);
      for (const id of ids) await sealed(id);
      ports.clock.advance(45 * 60);
    }
    expect(unseen).toEqual([60, 20, 0]);
    expect(ids.every((id) => ports.workflow.executions.get(id) === 'running')).toBe(true);
  });

  it('asks for a person once that has gone on for three hours', async () => {
    const [id] = await many(1, signedByFirst);
    ports.workflow.status = () =>
      Promise.reject(Object.assign(new Error('down'), { $fault: 'server' }));
    ports.clock.advance(2 * HOUR);
    expect(await sweep()).toEqual({ seen: 1, unseen: 1, stuck: [] });
    ports.clock.advance(HOUR);
    expect(await sweep()).toEqual({ seen: 1, unseen: 0, stuck: [id] });
  });
});

describe('the daily comparison', () => {
  it('is made once a day', async () => {
    await many(3, underWay);
    const compared: number[] = [];
    for (let hour = 0; hour < 48; hour++) {
      calls = {};
      await sweep();
      compared.push(calls['ledger.newestSeq'] ?? 0);
      ports.clock.advance(HOUR);
    }
    expect(compared.flatMap((count, hour) => (count > 0 ? hour : []))).toEqual([0, 24]);
  });

  it('is made again from half an hour before the day is over', async () => {
    await many(1, underWay);
    await sweep();
    async function compared(seconds: number) {
      ports.clock.advance(seconds);
      calls = {};
      await sweep();
      return calls['ledger.newestSeq'] ?? 0;
    }
    expect(await compared(23.5 * HOUR - 1)).toBe(0);
    expect(await compared(1)).toBe(1);
  });

  it('gives a row of an earlier release its dueAt', async () => {
    const [id = ''] = await many(1, underWay);
    const { dueAt, ...row } = ports.envelopes.rows.get(id)!;
    ports.envelopes.rows.set(id, row);
    await sweep();
    expect(ports.envelopes.rows.get(id)?.dueAt).toBe(dueAt);
    expect(calls['workflow.status']).toBeUndefined();
  });

  it('brings a draft to the days that hold now', async () => {
    const [id = ''] = await many(1, draft);
    const { expiresAt = 0, ...row } = ports.envelopes.rows.get(id)!;
    ports.envelopes.rows.set(id, { ...row, expiresAt: expiresAt - 86_400 });
    await sweep();
    expect(ports.envelopes.rows.get(id)?.expiresAt).toBe(expiresAt);
  });

  it('has a ledger that it cannot read looked at in every run', async () => {
    const [id = '', other = ''] = await many(2, underWay);
    await step(ports, id, 'opened', { party: 'd1' });
    await step(ports, other, 'opened', { party: 'd1' });
    const { load } = ports.ledger;
    ports.ledger.load = async (each) => {
      if (each === id) throw new Error('unreadable');
      return load.call(ports.ledger, each);
    };
    const { entries } = ports.ledger;
    ports.ledger.entries = async (each) => {
      if (each === id) throw new Error('unreadable');
      return entries.call(ports.ledger, each);
    };
    expect((await sweep()).stuck).toEqual([]);
    expect(ports.envelopes.rows.get(other)?.seq).toBe(6);
    for (let run = 0; run < 3; run++) expect((await sweep()).stuck).toEqual([id]);
  });
});
