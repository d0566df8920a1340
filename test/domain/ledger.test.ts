import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../shared/domain/ledger/canonical-json.ts';
import { chained, chainFault, type Entry, GENESIS } from '../../shared/domain/ledger/ledger.ts';
import { sha256 } from '../../shared/domain/sha256.ts';
import { hash, running } from './envelope-story.ts';

const chain = (): Entry[] => structuredClone(running().signedBy('d1', hash('0'), 10).entries);

describe('the chain', () => {
  it('starts at zero, from nothing, and links every entry to the one before', () => {
    const entries = chain();
    expect(entries[0]).toMatchObject({ seq: 0, previous: GENESIS });
    expect(entries.slice(1).every((entry, i) => entry.previous === entries[i]!.hash)).toBe(true);
    expect(chainFault(entries)).toBeUndefined();
  });

  it('never runs back in time, though the clocks of two writers differ', () => {
    const last = { id: 'E', seq: 4, head: hash('4'), updatedAt: '2026-11-24T08:00:00.100Z' };
    const opened = (at: string) =>
      chained(
        'E',
        last,
        { actor: { kind: 'party', party: 'c1' }, now: new Date(at) },
        { type: 'opened', data: { party: 'c1' } },
      );
    expect(opened('2026-11-24T08:00:00.000Z').at).toBe(last.updatedAt);
    expect(opened('2026-11-24T08:00:00.101Z').at).toBe('2026-11-24T08:00:00.101Z');
    const entry = opened('2026-11-24T08:00:00.000Z');
    const { hash: kept, ...rest } = entry;
    expect(sha256(canonicalJson(rest))).toBe(kept);
  });

  it('shows a removed, a changed, a swapped and a foreign entry', () => {
    const removed = chain();
    removed.splice(2, 1);
    expect(chainFault(removed)).toEqual({ seq: 2, fault: 'gap' });
    const changed = chain();
    (changed[3] as { at: string }).at = '2020-01-01T00:00:00.000Z';
    expect(chainFault(changed)).toEqual({ seq: 3, fault: 'hash' });
    const relinked = chain();
    (relinked[3] as { previous: string }).previous = hash('7');
    expect(chainFault(relinked)).toEqual({ seq: 3, fault: 'link' });
    const foreign = chain();
    (foreign[1] as { envelopeId: string }).envelopeId = 'other';
    expect(chainFault(foreign)).toEqual({ seq: 1, fault: 'envelope' });
  });

  it('notices any changed value anywhere', () => {
    const text = JSON.stringify(chain());
    const digits = [...text.matchAll(/[0-9]/g)].map(({ index }) => index);
    fc.assert(
      fc.property(fc.constantFrom(...digits), (at) => {
        const flipped = text[at] === '1' ? '2' : '1';
        const changed = JSON.parse(`${text.slice(0, at)}${flipped}${text.slice(at + 1)}`);
        expect(chainFault(changed)).toBeDefined();
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('canonical JSON (RFC 8785)', () => {
  it("writes the RFC's own example", () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27],
      string: '€$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts by UTF-16 code units, as section 3.2.3 shows', () => {
    const value = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 };
    expect(Object.values(JSON.parse(canonicalJson(value)))).toHaveLength(7);
    expect([...canonicalJson(value).matchAll(/:(\d)/g)].map(([, n]) => n).join('')).toBe('2467153');
  });

  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(sha256(canonicalJson(reversed))).toBe(sha256(canonicalJson(value)));
      }),
    );
  });

  it('leaves out what is undefined, as JSON does', () => {
    expect(canonicalJson({ b: undefined, a: { c: undefined, d: null } })).toBe('{"a":{"d":null}}');
  });

  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
    expect(() => canonicalJson([() => 1])).toThrow(TypeError);
  });
});
