import { expect, test } from 'vitest';
import { pollDelay } from '../../web/console/detail/poll-delay.ts';
import type { Envelope, Status, TimelineItem } from '../../web/console/sender-api.ts';

const AT = '2026-11-29T10:00:00.000Z';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = (later: number) => Date.parse(AT) + later;
const entry = (seq: number, type: string, facts: TimelineItem['facts'] = {}): TimelineItem => ({
  ...{ seq, at: AT, type, facts },
});
const envelope = (status: Status, timeline: readonly TimelineItem[] = [entry(0, 'sent')]) =>
  ({ status, parties: [{ id: 'p1' }, { id: 'p2' }], timeline }) as unknown as Envelope;
const told = (...to: readonly string[]) =>
  envelope('completed', [
    ...[entry(0, 'delivery.failed', { to: 'p2' }), entry(1, 'completed')],
    ...to.map((one, index) => entry(index + 2, 'delivered', { to: one })),
  ]);

test.each(['preparing', 'signing', 'signed'] as const)(
  'what is %s is looked at for ever, ever more rarely while nothing happens',
  (status) => {
    const waits = [0, 5, 6, 7, 8, 100].map((unchanged) =>
      pollDelay(envelope(status), unchanged, now(400 * 24 * HOUR)),
    );
    expect(waits).toEqual([3_000, 3_000, 6_000, 12_000, 20_000, 20_000]);
  },
);

test.each(['draft', 'purged'] as const)('what is %s does not change by itself', (status) => {
  expect(pollDelay(envelope(status), 0, now(0))).toBeUndefined();
});

test.each(['declined', 'voided', 'expired', 'failed'] as const)(
  'what is %s is looked at until the mails about it have had their time',
  (status) => {
    expect(pollDelay(envelope(status), 0, now(14 * MINUTE))).toBe(3_000);
    expect(pollDelay(envelope(status), 0, now(16 * MINUTE))).toBeUndefined();
  },
);

test('what is completed is looked at until everybody has the copy, or it is tried no more', () => {
  const all = told('p1', 'p2', 'sender');
  expect(pollDelay(all, 0, now(14 * MINUTE))).toBe(3_000);
  expect(pollDelay(all, 0, now(16 * MINUTE))).toBeUndefined();
  const oneWaits = told('p1', 'sender');
  expect(pollDelay(oneWaits, 0, now(16 * MINUTE))).toBe(3_000);
  expect(pollDelay(oneWaits, 0, now(25 * HOUR))).toBeUndefined();
});
