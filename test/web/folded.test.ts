import { expect, test } from 'vitest';
import { folded } from '../../web/console/detail/folded.ts';

/** Newest first. */
const items = (...types: readonly string[]) =>
  types.map((type, index) => ({
    ...{ type, seq: types.length - index, at: '2026-11-29T10:00:00Z', facts: {} },
  }));

test('a short history is shown whole', () => {
  const short = items(...Array<string>(15).fill('opened'));
  expect(folded(short)).toBe(short);
});

test('of a long one what came last is shown, and what moved the envelope on', () => {
  const long = items(
    ...['completed', 'appended', 'signed', 'code.right', 'code.sent', 'opened', 'consented'],
    ...[...Array<string>(180).fill('code.wrong'), 'signed', 'opened', 'sent', 'placed', 'created'],
  );
  expect(folded(long).map(({ type }) => type)).toEqual([
    ...['completed', 'appended', 'signed', 'code.right', 'code.sent', 'opened'],
    ...['signed', 'sent', 'created'],
  ]);
});
