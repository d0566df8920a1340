import { beforeEach, describe, expect, it } from 'vitest';
import {
  contactsOf,
  failureKey,
  failureKind,
  roundReached,
} from '../../shared/domain/envelope/undelivered.ts';
import { type EntryData, NOT_SENT_YET, UNDELIVERABLE } from '../../shared/domain/ledger/entries.ts';
import { deliveryFailed } from '../../shared/domain/transitions/workflow-steps.ts';
import { complete, sign, step, underWay } from '../fixtures/envelope-steps.ts';
import { type MemoryPorts, memoryPorts } from '../fixtures/memory-ports.ts';

type Failure = EntryData['delivery.failed'];

const AT = '2026-03-02T09:00:00.000Z';
const BOUNCE: Failure = {
  ...{ to: 'd1', notice: 'invitation', reason: 'Permanent', kind: 'failed' },
  ...{ round: 0, message: 'm1' },
};
const DELAY: Failure = { ...BOUNCE, kind: 'delayed', reason: 'Transient', message: 'm2' };

let ports: MemoryPorts;
let id: string;
beforeEach(async () => {
  ports = memoryPorts();
  id = await underWay(ports);
});

const failed = (failure: Failure) => step(ports, id, 'delivery.failed', failure);
const marked = async (party = 'd1') =>
  (await ports.ledger.load(id)).parties.find((each) => each.id === party)?.undelivered;

describe('a message that did not arrive', () => {
  it('marks its party, and nobody else', async () => {
    await failed(BOUNCE);
    expect(await marked()).toEqual({
      ...{ kind: 'failed', at: AT, notice: 'invitation', reason: 'Permanent' },
    });
    expect(await marked('c1')).toBeUndefined();
  });

  it('to the sender marks no party', async () => {
    await failed({ ...BOUNCE, to: 'sender', notice: 'warning' });
    expect([await marked('d1'), await marked('c1')]).toEqual([undefined, undefined]);
  });

  it('gives way to what is as grave or graver, and not to a late delay', async () => {
    await failed(DELAY);
    await failed(BOUNCE);
    await failed({ ...DELAY, message: 'm3' });
    expect(await marked()).toMatchObject({ kind: 'failed', reason: 'Permanent' });
    await failed({ ...BOUNCE, message: 'm4', reason: 'Suppressed' });
    expect(await marked()).toMatchObject({ kind: 'failed', reason: 'Suppressed' });
  });

  it('of an earlier invitation says nothing of the present one', async () => {
    await step(ports, id, 're-sent', { party: 'd1' });
    await failed(BOUNCE);
    expect(await marked()).toBeUndefined();
    const { round: _, ...ofFirstRelease } = BOUNCE;
    await failed(ofFirstRelease);
    expect(await marked()).toMatchObject({ kind: 'failed' });
  });

  it('counts after a signature or the end only if it told of the end', async () => {
    await sign(ports, id, 'd1');
    await failed(BOUNCE);
    expect(await marked()).toBeUndefined();
    await failed({ ...BOUNCE, to: 'c1' });
    expect(await marked('c1')).toMatchObject({ notice: 'invitation' });
    id = await underWay(ports);
    await step(ports, id, 'voided', { reason: 'x' });
    await failed(BOUNCE);
    expect(await marked()).toBeUndefined();
    for (const notice of ['notice', 'delivery', 'copy'] as const) {
      await failed({ ...BOUNCE, notice, message: notice });
      expect(await marked()).toMatchObject({ notice });
    }
  });

  it('is forgotten once a later sending succeeds, if it was one that failed to be sent', async () => {
    const unsent: Failure = { ...DELAY, reason: NOT_SENT_YET };
    await failed(unsent);
    await step(ports, id, 'invited', { party: 'd1', notice: 'invitation' });
    expect(await marked()).toBeUndefined();
    await failed(BOUNCE);
    await step(ports, id, 'invited', { party: 'd1', notice: 'invitation' });
    expect(await marked()).toMatchObject({ kind: 'failed' });
  });

  it('as a copy is mended by the copy alone, and as a message by the message alone', async () => {
    id = await complete(ports);
    const unsent = (notice: 'copy' | 'delivery'): Failure => ({
      ...{ ...DELAY, reason: NOT_SENT_YET, notice, message: `${notice}` },
    });
    const sent = { to: 'd1', attached: true };
    await failed(unsent('copy'));
    await step(ports, id, 'delivered', sent);
    expect(await marked()).toMatchObject({ notice: 'copy' });
    await step(ports, id, 'delivered', { ...sent, copy: 'l•••@example.com' });
    expect(await marked()).toBeUndefined();
    await failed(unsent('delivery'));
    await step(ports, id, 'delivered', { ...sent, copy: 'l•••@example.com' });
    expect(await marked()).toMatchObject({ notice: 'delivery' });
    const { copiedTo, deliveredTo } = await ports.ledger.load(id);
    expect([deliveredTo, copiedTo]).toEqual([['d1'], ['d1', 'd1']]);
  });

  it('is owed still unless its sending failed', async () => {
    await step(ports, id, 'reminded', { party: 'd1' });
    const owed = async () => (await ports.ledger.load(id)).parties[0]?.owedSince;
    await failed(BOUNCE);
    expect(await owed()).toBe(AT);
    await failed({ ...BOUNCE, reason: UNDELIVERABLE, message: 'm5' });
    expect(await owed()).toBeUndefined();
  });

  it('is recorded once, however often it is told', async () => {
    await failed(BOUNCE);
    await failed(DELAY);
    const envelope = await ports.ledger.load(id);
    expect(envelope.failures).toEqual([BOUNCE, DELAY].map(failureKey));
    for (const known of [BOUNCE, DELAY]) expect(deliveryFailed(envelope, known)).toBeUndefined();
    const other = { ...BOUNCE, message: 'm9' };
    expect(deliveryFailed(envelope, other)).toEqual({ type: 'delivery.failed', data: other });
  });

  it('is no message to who is no party, of a round to come, or once all is removed', async () => {
    const envelope = await ports.ledger.load(id);
    expect(deliveryFailed(envelope, { ...BOUNCE, to: 'nobody' })).toBeUndefined();
    expect(deliveryFailed(envelope, { ...BOUNCE, round: 1 })).toBeUndefined();
    expect(deliveryFailed(envelope, BOUNCE)?.data).toBe(BOUNCE);
    await step(ports, id, 'voided', { reason: 'x' });
    const removed = await step(ports, id, 'purged', {});
    expect(deliveryFailed(removed, BOUNCE)).toBeUndefined();
  });
});

describe('the kind of a failure', () => {
  it.each<[ReturnType<typeof failureKind>, Pick<Failure, 'kind' | 'reason'>]>([
    ['delayed', { kind: 'delayed', reason: 'complaint' }],
    ['complaint', { reason: 'complaint' }],
    ['delayed', { reason: NOT_SENT_YET }],
    ['delayed', { reason: 'bounce: Transient' }],
    ['delayed', { reason: 'bounce: Undetermined' }],
    ['failed', { reason: 'bounce: Permanent' }],
    ['failed', { reason: 'no bounce: Transient' }],
  ])('is %s of %o', (kind, failure) => {
    expect(failureKind(failure)).toBe(kind);
  });

  it('and its message make it another failure, or without a message whatever it tells', () => {
    expect(failureKey(BOUNCE)).not.toBe(failureKey({ ...BOUNCE, kind: 'complaint' }));
    expect(failureKey(BOUNCE)).toBe(failureKey({ ...BOUNCE, reason: 'Suppressed' }));
    const { message: _, ...unsent } = { ...BOUNCE, occasion: 'first' };
    const others: Partial<Failure>[] = [
      { to: 'c1' },
      { notice: 'code' },
      { reason: 'x' },
      { round: 1 },
      { occasion: 'wish-3' },
    ];
    const keys = [unsent, ...others.map((other) => ({ ...unsent, ...other }))].map(failureKey);
    expect(new Set(keys).size).toBe(keys.length);
    const d1 = failureKey({ ...unsent, to: 'd', round: 1, notice: 'code' });
    const { round: __, ...first } = { ...unsent, to: 'd1', notice: 'code' as const };
    expect(failureKey(first)).not.toBe(d1);
  });
});

describe('the round that a message without one was of', () => {
  it('is the last with that contact, and none for a contact that was never given', async () => {
    const contacts = contactsOf(await ports.ledger.entries(id), 'd1');
    expect(contacts).toEqual([{ kind: 'email', address: 'maria.rossi@example.com' }]);
    expect(roundReached(contacts, 'Maria.Rossi@example.com')).toBe(0);
    expect(roundReached(contacts, 'other@example.com')).toBeUndefined();
  });

  it('is known from the first entry on', async () => {
    const [created] = await ports.ledger.entries(id);
    expect(contactsOf([created!], 'd1')).toHaveLength(1);
    expect(contactsOf([], 'd1')).toEqual([]);
  });
});
