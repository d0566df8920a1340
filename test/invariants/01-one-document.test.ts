import { expect, it } from 'vitest';
import { Conflict } from '../../shared/domain/errors.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import { draft } from '../fixtures/envelope-steps.ts';
import { memoryPorts } from '../fixtures/memory-ports.ts';
import { onEachWalk, stepsOf } from '../fixtures/wandering-story.ts';

/** Invariant 1: one id maps to one document for ever. */
it('once it is sent, nothing gives an envelope another document, other fields or another id', () => {
  let sent = 0;
  onEachWalk((moments) => {
    for (const [{ envelope: before }, { envelope: after }] of stepsOf(moments)) {
      expect(after.id).toBe(before.id);
      if (before.status === 'draft') continue;
      sent += 1;
      expect(after.document).toEqual(before.document);
      expect(after.fields).toEqual(before.fields);
    }
  });
  expect(sent).toBeGreaterThan(5_000);
});

it('a frozen revision stays the one it was, and so does the sealed file', () => {
  let sealed = 0;
  onEachWalk((moments) => {
    for (const [{ envelope: before }, { envelope: after }] of stepsOf(moments)) {
      const revisions = ('revisions' in before && before.revisions) || [];
      if (revisions.length > 0)
        expect('revisions' in after && after.revisions?.slice(0, revisions.length)).toEqual(
          revisions,
        );
      if (!('file' in before) || !before.file) continue;
      sealed += 1;
      expect(after).toMatchObject({ file: before.file, beforeSeal: before.beforeSeal });
    }
  });
  expect(sealed).toBeGreaterThan(100);
});

it('an id that is taken is given to no other envelope', async () => {
  const ports = memoryPorts();
  const id = await draft(ports);
  const [first] = await ports.ledger.entries(id);
  const again = ports.ledger.begin(id, bySystem('seal', ports.clock.now()), first as never);
  await expect(again).rejects.toThrow(Conflict);
  expect(await ports.ledger.entries(id)).toHaveLength(1);
});
