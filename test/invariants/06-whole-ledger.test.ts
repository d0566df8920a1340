import { expect, it } from 'vitest';
import { folded } from '../../shared/domain/envelope/fold.ts';
import { canonicalJson } from '../../shared/domain/ledger/canonical-json.ts';
import { chainFault, type Entry } from '../../shared/domain/ledger/ledger.ts';
import { sha256 } from '../../shared/domain/sha256.ts';
import { onEachWalk, stepsOf } from '../fixtures/wandering-story.ts';

/** Invariant 6: the ledger is gap-free and hash-linked; no transition without its entry. */
it('whatever is tried, the chain is whole, and an envelope is what its entries say', () => {
  onEachWalk((moments) => {
    const { entries, envelope } = moments.at(-1)!;
    expect(chainFault(entries)).toBeUndefined();
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index));
    expect(folded(entries)).toEqual(envelope);
    expect(envelope).toMatchObject({ seq: entries.length - 1, head: entries.at(-1)!.hash });
  });
});

it('an envelope changes by one entry at a time, and by nothing else', () => {
  onEachWalk((moments) => {
    for (const [before, after] of stepsOf(moments)) {
      const added = after.entries.length - before.entries.length;
      expect([0, 1]).toContain(added);
      expect(after.entries.slice(0, before.entries.length)).toEqual(before.entries);
      if (added === 0) expect(after.envelope).toEqual(before.envelope);
    }
  });
});

/** A changed entry with a correct hash of its own. */
function rehashed(entry: Entry): Entry {
  const forged = { ...entry, data: { ...entry.data, forged: true } as never };
  const { hash: _, ...rest } = forged;
  return { ...rest, hash: sha256(canonicalJson(rest)) } as Entry;
}

function tampered(entries: readonly Entry[], index: number): Entry[][] {
  const entry = entries[index]!;
  const others = (change: object) => entries.with(index, { ...entry, ...change } as Entry);
  return [
    others({ at: '2020-01-01T00:00:00.000Z' }),
    others({ data: { ...entry.data, forged: true } }),
    others({ actor: { kind: 'system', task: 'forger' } }),
    others({ type: 'voided' === entry.type ? 'expired' : 'voided' }),
    entries.toSpliced(index, 0, entry),
    ...(index < entries.length - 1
      ? [
          entries.with(index, rehashed(entry)),
          entries.toSpliced(index, 1),
          entries.toSpliced(index, 2, entries[index + 1]!, entry),
        ]
      : []),
  ];
}

it('an entry that is altered, doubled, taken out or moved breaks the chain', () => {
  let broken = 0;
  onEachWalk((moments) => {
    const { entries } = moments.at(-1)!;
    if (broken > 2_000) return;
    for (const index of entries.keys())
      for (const forged of tampered(entries, index)) {
        expect(chainFault(forged)).toBeDefined();
        broken += 1;
      }
  });
  expect(broken).toBeGreaterThan(2_000);
});
