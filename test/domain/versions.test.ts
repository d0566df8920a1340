import { describe, expect, it } from 'vitest';
import { folded } from '../../shared/domain/envelope/fold.ts';
import { NewerRelease } from '../../shared/domain/errors.ts';
import { readable, readableEntry } from '../../shared/domain/ledger/versions.ts';
import { drafted } from './envelope-story.ts';

describe('what a newer release has stored', () => {
  it.each(['draft', 'values', 'plan', 'record'] as const)('is refused as newer: %s', (form) => {
    expect(() => readable(form, { version: 2 })).toThrow(NewerRelease);
  });

  it('is refused as newer: a further version of an entry, or a further kind of it', () => {
    const { entries } = drafted();
    const last = entries.at(-1)!;
    for (const newer of [
      { ...last, version: 2 },
      { ...last, type: 'countersigned' },
    ]) {
      expect(() => readableEntry(newer)).toThrow(NewerRelease);
      expect(() => folded([...entries, newer as never])).toThrow(NewerRelease);
    }
  });
});

describe('what this or an earlier release has stored', () => {
  it.each([
    {},
    { version: 1 },
    { version: 'a value that a field of this name has' },
    { version: '7' },
    null,
    undefined,
  ])('is read: %j', (stored) => {
    expect(readable('values', stored)).toBe(stored);
  });

  it('is read: an entry with its version and without', () => {
    const entry = drafted().entries[0]!;
    const versioned = { ...entry, version: 1 };
    expect([readableEntry(entry), readableEntry(versioned)]).toEqual([entry, versioned]);
  });
});
