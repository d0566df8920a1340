import { expect, it } from 'vitest';
import { dueAt } from '../../shared/domain/envelope/due.ts';
import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import { purgeAt } from '../../shared/domain/envelope/retention.ts';
import { onEachWalk } from '../fixtures/wandering-story.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Latest instant at which the sweep must check the envelope. */
function latest(envelope: Envelope, now: Date): number {
  const end = purgeAt(envelope) ?? ('deadline' in envelope ? envelope.deadline : undefined);
  const settled = end === undefined ? 0 : Date.parse(end) + HOUR;
  return Math.max(settled, now.getTime() + DAY);
}

/**
 * Invariant 10: every accepted command reaches a terminal state in bounded time, or a visible alarm. Tested
 * here: for each envelope there is an instant by which the sweep checks it. That the sweep then makes it
 * continue is tested in the tests of the sweep, of outages and of the workflow (docs/invariants.md).
 */
it('whatever is not over is looked at, by an hour after its deadline or purge at the latest', () => {
  let waiting = 0;
  onEachWalk((moments) => {
    for (const { envelope, now } of moments) {
      if (envelope.status === 'draft' || envelope.status === 'purged') continue;
      const due = dueAt(envelope);
      expect(due).toBeDefined();
      expect(Date.parse(due!)).toBeLessThanOrEqual(latest(envelope, now));
      waiting += 1;
    }
  });
  expect(waiting).toBeGreaterThan(5_000);
});

it('looking at it does not take it out of sight', () => {
  onEachWalk((moments) => {
    for (const { envelope, now } of moments) {
      if (envelope.status === 'draft' || envelope.status === 'purged') continue;
      const again = dueAt(envelope, now);
      expect(again).toBeDefined();
      expect(Date.parse(again!)).toBeLessThanOrEqual(latest(envelope, now));
      expect(Date.parse(again!)).toBeGreaterThan(now.getTime());
    }
  });
});

it('a draft and what is purged wait for nobody', () => {
  onEachWalk((moments) => {
    for (const { envelope } of moments)
      if (envelope.status === 'draft' || envelope.status === 'purged')
        expect(dueAt(envelope)).toBeUndefined();
  });
});
