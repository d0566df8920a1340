import { beforeEach, describe, expect, it } from 'vitest';
import { dueAt } from '../../shared/domain/envelope/due.ts';
import { NOT_SENT_YET, UNDELIVERABLE } from '../../shared/domain/ledger/entries.ts';
import { complete, draft, revision, sign, step, underWay } from '../fixtures/envelope-steps.ts';
import { type MemoryPorts, memoryPorts } from '../fixtures/memory-ports.ts';
import { DIRECTOR, DOCUMENT } from '../fixtures/sample-envelope.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let ports: MemoryPorts;
let begun: number;
beforeEach(() => {
  ports = memoryPorts();
  begun = ports.clock.now().getTime();
});

const instant = (ms: number) => new Date(begun + ms).toISOString();
const due = async (id: string, lookedAt?: Date) => dueAt(await ports.ledger.load(id), lookedAt);
const pass = (ms: number) => ports.clock.advance(ms / 1_000);

async function sent(): Promise<string> {
  const id = await draft(ports);
  await step(ports, id, 'document.accepted', DOCUMENT);
  await step(ports, id, 'sent', { deadline: instant(14 * DAY) });
  return id;
}

describe('when something should have happened', () => {
  it('is never of a draft, nor of what was removed', async () => {
    const id = await draft(ports);
    expect(await due(id)).toBeUndefined();
    await step(ports, id, 'voided', { reason: 'x' });
    expect(await due(id)).toBeDefined();
    await step(ports, id, 'purged', {});
    expect(await due(id)).toBeUndefined();
  });

  it('is a quarter of an hour after the workflow was given something to do', async () => {
    const id = await sent();
    expect(await due(id)).toBe(instant(15 * MINUTE));
    await step(ports, id, 'prepared', { revision: revision(id, 0), certificatePages: 1 });
    expect(await due(id)).toBe(instant(15 * MINUTE));
    await step(ports, id, 'invited', { party: 'd1', notice: 'invitation' });
    expect(await due(id)).toBe(instant(3 * DAY + 15 * MINUTE));
    pass(HOUR);
    await sign(ports, id, 'd1');
    expect(await due(id)).toBe(instant(HOUR + 15 * MINUTE));
    await step(ports, id, 'appended', { party: 'd1', revision: revision(id, 1) });
    expect(await due(id)).toBe(instant(HOUR + 15 * MINUTE));
  });

  it('is a reminder after the other, then the deadline', async () => {
    const id = await underWay(ports);
    for (const days of [3, 7]) {
      expect(await due(id)).toBe(instant(days * DAY + 15 * MINUTE));
      const occasion = `reminder-${days}`;
      await step(ports, id, 'invited', { party: 'd1', notice: 'reminder', occasion });
    }
    expect(await due(id)).toBe(instant(14 * DAY + HOUR));
  });

  it.each(['reminded', 're-sent', 'contact.corrected'] as const)(
    'is a message that was asked for by “%s”, until it went or could not be sent',
    async (type) => {
      const id = await underWay(ports);
      pass(HOUR);
      const channel = { kind: 'sms', number: '+393331112223' };
      const ask = () => step(ports, id, type, { party: 'd1', channel } as never);
      const failure = { to: 'd1', notice: 'invitation', kind: 'delayed' } as const;
      for (const reason of [NOT_SENT_YET, UNDELIVERABLE]) {
        const { parties } = await ask();
        expect(await due(id)).toBe(instant(HOUR + 15 * MINUTE));
        const { round } = parties[0]!;
        await step(ports, id, 'delivery.failed', { ...failure, reason, round });
        expect(await due(id)).toBe(instant(3 * DAY + 15 * MINUTE));
      }
      await ask();
      await step(ports, id, 'invited', { party: 'd1', notice: 'invitation' });
      expect(await due(id)).toBe(instant(3 * DAY + 15 * MINUTE));
    },
  );

  it('is not a message to somebody whose turn has not come', async () => {
    const id = await underWay(ports);
    await step(ports, id, 're-sent', { party: 'c1' });
    expect(await due(id)).toBe(instant(3 * DAY + 15 * MINUTE));
  });

  it('is no reminder at the deadline or after it', async () => {
    const id = await underWay(ports);
    for (const days of [3, 7]) {
      const occasion = `reminder-${days}`;
      await step(ports, id, 'invited', { party: 'd1', notice: 'reminder', occasion });
    }
    await sign(ports, id, 'd1');
    await step(ports, id, 'appended', { party: 'd1', revision: revision(id, 1) });
    pass(7 * DAY);
    await step(ports, id, 'invited', { party: 'c1', notice: 'invitation' });
    const occasion = 'reminder-3';
    await step(ports, id, 'invited', { party: 'c1', notice: 'reminder', occasion });
    expect(await due(id)).toBe(instant(14 * DAY + HOUR));
  });

  it('is the message to each of a turn, the one that waits longest first', async () => {
    const id = await underWay(ports, [DIRECTOR, { ...DIRECTOR, id: 'd2' }]);
    expect(await due(id)).toBe(instant(15 * MINUTE));
    await step(ports, id, 'invited', { party: 'd2', notice: 'invitation' });
    pass(HOUR);
    await step(ports, id, 'reminded', { party: 'd2' });
    pass(HOUR);
    await step(ports, id, 'reminded', { party: 'd1' });
    expect(await due(id)).toBe(instant(HOUR + 15 * MINUTE));
  });

  it('is the seal once all have signed, and the deadline no longer', async () => {
    const id = await underWay(ports);
    pass(14 * DAY - MINUTE);
    await sign(ports, id, 'd1');
    await sign(ports, id, 'c1');
    pass(DAY);
    for (const [index, party] of ['d1', 'c1'].entries())
      await step(ports, id, 'appended', { party, revision: revision(id, index + 1) });
    expect(await due(id)).toBe(instant(15 * DAY + 14 * MINUTE));
  });

  it('is no reminder of what was stopped', async () => {
    const id = await underWay(ports);
    await step(ports, id, 'voided', { reason: 'x' });
    await step(ports, id, 'delivered', { to: 'd1', attached: false });
    expect(await due(id)).toBe(instant(14 * DAY + HOUR));
  });

  it('is the removal alone where the end could not be told', async () => {
    const id = await complete(ports);
    pass(MINUTE);
    const failure = { to: 'd1', notice: 'delivery', kind: 'failed', round: 0 } as const;
    await step(ports, id, 'delivery.failed', { ...failure, reason: UNDELIVERABLE });
    expect(await due(id)).toBe(instant(14 * DAY + HOUR));
  });

  it('is the telling of the end, then the removal', async () => {
    const id = await complete(ports);
    expect(await due(id)).toBe(instant(15 * MINUTE));
    await step(ports, id, 'delivered', { to: 'd1', attached: true });
    expect(await due(id)).toBe(instant(14 * DAY + HOUR));
  });

  it('is the next start of what stands still, and a look whether that goes on', async () => {
    const id = await underWay(ports);
    await step(ports, id, 'stalled', { execution: 1 });
    expect(await due(id)).toBe(instant(0));
    await step(ports, id, 'restarted', { execution: 2 });
    expect(await due(id)).toBe(instant(15 * MINUTE));
    await step(ports, id, 'stalled', { execution: 2 });
    expect(await due(id)).toBe(instant(HOUR));
  });

  it('comes again three quarters of an hour after a look, for as long as it is late', async () => {
    const id = await sent();
    pass(DAY);
    expect(await due(id, ports.clock.now())).toBe(instant(DAY + 45 * MINUTE));
  });

  it('is over with one look at what leaves no entry', async () => {
    const id = await underWay(ports);
    await step(ports, id, 'stalled', { execution: 1 });
    await step(ports, id, 'restarted', { execution: 2 });
    for (const minutes of [15, 45]) {
      pass(minutes * MINUTE);
      expect(await due(id, ports.clock.now())).toBe(instant(3 * DAY + 15 * MINUTE));
    }
    pass(3 * DAY);
    expect(await due(id, ports.clock.now())).toBe(instant(7 * DAY + 15 * MINUTE));
  });
});
