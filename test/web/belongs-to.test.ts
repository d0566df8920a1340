import { expect, test } from 'vitest';
import { belongsTo } from '../../web/console/list/belongs-to.ts';
import type { EnvelopeSummary } from '../../web/console/sender-api.ts';

const removed = (ended?: EnvelopeSummary['ended']): EnvelopeSummary => ({
  ...{ id: 'e', title: '', status: 'purged', waitingFor: [], parties: [] },
  ...{ createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' },
  ...(ended && { ended }),
});

test.each([
  ['completed', 'done', 'stopped'],
  ['declined', 'stopped', 'done'],
  ['voided', 'stopped', 'done'],
  ['expired', 'stopped', 'done'],
  ['failed', 'stopped', 'done'],
  [undefined, 'done', 'stopped'],
] as const)('what was removed and had ended as %s is under %s, not %s', (ended, own, other) => {
  expect(belongsTo(own, removed(ended))).toBe(true);
  expect(belongsTo(other, removed(ended))).toBe(false);
  expect(belongsTo('all', removed(ended))).toBe(true);
});
