import { expect, it } from 'vitest';
import { type Envelope, isEnded, type Status } from '../../shared/domain/envelope/envelope.ts';
import { onEachWalk, stepsOf } from '../fixtures/wandering-story.ts';

/** Invariant 5: terminal states are final; each party signs at most once; order is kept. */
it('what has ended stays as it ended, and is at most purged', () => {
  const seen = new Set<Status>();
  onEachWalk((moments) => {
    for (const [{ envelope: before }, { envelope: after }] of stepsOf(moments)) {
      seen.add(after.status);
      if (!isEnded(before)) continue;
      const ended = before.status === 'purged' ? before.ended : before.status;
      expect(isEnded(after) && after.endedAt).toBe(before.endedAt);
      expect(after.status === 'purged' ? after.ended : after.status).toBe(ended);
      if (before.status === 'purged') expect(after).toMatchObject({ status: 'purged' });
    }
  });
  expect([...seen].sort()).toEqual([
    ...['completed', 'declined', 'draft', 'expired', 'failed', 'preparing', 'purged'],
    ...['signed', 'signing', 'voided'],
  ]);
});

const signaturesOf = ({ parties }: Envelope) =>
  new Map(parties.flatMap(({ id, signature }) => (signature ? [[id, signature]] : [])));

it('a signature that was given stays the one it was, and is followed by no other', () => {
  let signatures = 0;
  onEachWalk((moments) => {
    for (const [{ envelope: before }, { envelope: after }] of stepsOf(moments)) {
      const later = signaturesOf(after);
      for (const [id, signature] of signaturesOf(before)) expect(later.get(id)).toEqual(signature);
    }
    const signed = moments
      .at(-1)!
      .entries.flatMap(({ type, data }) =>
        type === 'signed' ? [(data as { party: string }).party] : [],
      );
    expect(new Set(signed).size).toBe(signed.length);
    signatures += signed.length;
  });
  expect(signatures).toBeGreaterThan(300);
});

it('nobody signs before every signature of the turns before is in the file', () => {
  let later = 0;
  onEachWalk((moments) => {
    for (const [{ envelope: before }, { envelope: after }] of stepsOf(moments)) {
      const had = signaturesOf(before);
      for (const party of after.parties.filter(({ id, signature }) => signature && !had.has(id))) {
        const earlier = before.parties.filter(({ turn }) => turn < party.turn);
        expect(earlier.every(({ revision }) => revision)).toBe(true);
        later += earlier.length > 0 ? 1 : 0;
      }
    }
  });
  expect(later).toBeGreaterThan(100);
});
