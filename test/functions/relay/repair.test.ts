import { beforeEach, describe, expect, it } from 'vitest';
import { makeCompare } from '../../../functions/relay/compare.ts';
import { isStuck } from '../../../functions/relay/recover-execution.ts';
import { makeRepair } from '../../../functions/relay/repair.ts';
import type { Envelope, PartyState } from '../../../shared/domain/envelope/envelope.ts';
import type { ListedState } from '../../../shared/ports/lists.ts';
import { complete, draft, revision, sign, step, underWay } from '../../fixtures/envelope-steps.ts';
import { NEVER } from '../../fixtures/memory/expiring-rows.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';
import { DIRECTOR } from '../../fixtures/sample-envelope.ts';

const HOUR = 3_600;
const DAY = 24 * HOUR;

let ports: MemoryPorts;
beforeEach(() => {
  ports = memoryPorts();
});

const repair = (id: string) =>
  makeRepair(
    ports,
    async () => undefined,
    () => false,
  )(id);
const waits = (id: string, party: string, seq: number) =>
  ports.taskTokens.put(id, party, { token: party, seq, order: seq }, NEVER);

describe('a repair', () => {
  it('finds a draft and a purged envelope sound, and asks for no execution of theirs', async () => {
    ports.workflow.status = () => Promise.reject(new Error('asked'));
    expect(await repair(await draft(ports))).toBe('sound');
    const id = await complete(ports);
    ports.clock.advance(14 * DAY);
    await step(ports, id, 'purged', {});
    expect(await repair(id)).toBe('sound');
  });

  it('finds sound what runs, and what it could start', async () => {
    const id = await underWay(ports);
    expect(await repair(id)).toBe('sound');
    expect(await repair(id)).toBe('sound');
  });

  it('ends no wait of an execution that it only just started', async () => {
    const id = await underWay(ports);
    await waits(id, 'd1', 0);
    await sign(ports, id, 'd1');
    await repair(id);
    expect(await ports.workflow.status(id)).toBe('running');
    expect(ports.workflow.resumed).toEqual([]);
    await repair(id);
    expect(ports.workflow.resumed).toHaveLength(1);
  });

  it('has nobody written to again for what the party did itself', async () => {
    const id = await underWay(ports);
    await ports.workflow.start(id);
    const { seq } = await step(ports, id, 'reminded', { party: 'd1' });
    await waits(id, 'd1', seq);
    await step(ports, id, 'opened', { party: 'd1' });
    await repair(id);
    expect(ports.workflow.resumed).toEqual([]);
  });

  it('asks nobody for help past the deadline of what all signed in time', async () => {
    const id = await underWay(ports);
    await ports.workflow.start(id);
    ports.clock.advance(14 * DAY + 2 * HOUR);
    for (const party of ['d1', 'c1']) await sign(ports, id, party);
    expect(await repair(id)).toBe('sound');
    ports.clock.advance(3 * HOUR);
    expect(await repair(id)).toBe('stuck');
  });
});

describe('an envelope for which nothing happens for three hours', () => {
  const later = (hours: number) => new Date(ports.clock.now().getTime() + hours * HOUR * 1_000);
  const stuckAfter = (envelope: Envelope, hours: number) => isStuck(envelope, later(hours));

  it('is stuck while it is prepared or sealed, and as a draft is not', async () => {
    const envelope = await ports.ledger.load(await underWay(ports));
    for (const status of ['preparing', 'signed'] as const) {
      const waiting = { ...envelope, status } as Envelope;
      expect([2.99, 3].map((hours) => stuckAfter(waiting, hours))).toEqual([false, true]);
    }
    expect(stuckAfter(await ports.ledger.load(await draft(ports)), 3)).toBe(false);
  });

  it('is stuck if one of those on turn was never written to, or a signature is not sealed', async () => {
    const envelope = await ports.ledger.load(
      await underWay(ports, [DIRECTOR, { ...DIRECTOR, id: 'd2' }]),
    );
    const at = ports.clock.now().toISOString();
    const first = envelope.parties[0]!;
    const second = { ...envelope.parties[1]!, invitedAt: at };
    const stuck = (...parties: readonly PartyState[]) =>
      stuckAfter({ ...envelope, parties } as Envelope, 3);
    expect(first.invitedAt).toBe(at);
    expect(stuck(first, envelope.parties[1]!)).toBe(true);
    expect(stuck(first, second)).toBe(false);
    const signature = { at, seq: 9 } as NonNullable<PartyState['signature']>;
    expect(stuck({ ...first, signature }, second)).toBe(true);
    const sealed = { ...first, signature, revision: revision(envelope.id, 1) };
    expect(stuck(sealed, second)).toBe(false);
  });
});

describe('a row of the list', () => {
  it('of no ledger is left as it is', async () => {
    const written: string[] = [];
    const retention = { evidenceYears: 10, draftDays: 60 };
    const compare = makeCompare(ports, async ({ id }) => void written.push(id), retention);
    const row = { id: 'gone', isCurrent: false } as ListedState;
    await expect(compare(row)).resolves.toBeUndefined();
    expect(written).toEqual([]);
  });
});
