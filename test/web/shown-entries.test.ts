import { expect, test } from 'vitest';
import { shownEntries } from '../../web/console/detail/shown-entries.ts';

const entries = (...types: readonly string[]) =>
  types.map((type, seq) => ({ type, seq, at: '2026-11-29T10:00:00Z', facts: {} }));

test('how a draft was worked on is told once, as it was left; what the signers did is told each time', () => {
  const timeline = entries(
    ...['created', 'placed', 'filled', 'placed', 'edited', 'placed', 'placed', 'filled', 'edited'],
    ...['sent', 'opened', 'opened'],
  );
  expect(shownEntries(timeline).map(({ type, seq }) => `${seq} ${type}`)).toEqual([
    ...['0 created', '6 placed', '7 filled', '8 edited', '9 sent', '10 opened', '11 opened'],
  ]);
});
