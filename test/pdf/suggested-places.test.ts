import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkDocument } from '../../shared/pdf/intake/intake.ts';

interface Place {
  /** Page number, from 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

const FOLDER = new URL('../fixtures/places/', import.meta.url);
const read = (name: string): Buffer => readFileSync(new URL(name, FOLDER));

/** Starting points of the signature lines in contracts of four generators in five languages. */
const CONTRACTS: Readonly<Record<string, readonly Place[]>> = JSON.parse(
  read('words.json').toString(),
).places;
const [WITHIN, A_DOCUMENT, ALL] = [20, 2, 16];

test('nine of ten places to sign are suggested within 20 points, and none where there is none', async () => {
  const missed: string[] = [];
  for (const [name, places] of Object.entries(CONTRACTS)) {
    const { suggestions } = (await checkDocument(read(`${name}.pdf`))).suggested;
    const marks = suggestions.filter(({ kind }) => kind === 'signature');
    expect(places, name).toHaveLength(A_DOCUMENT);
    expect(marks.length, name).toBeLessThanOrEqual(A_DOCUMENT);
    for (const { page, x, y } of places) {
      const near = marks.some(
        (mark) =>
          mark.page === page - 1 &&
          Math.abs(mark.x - x) <= WITHIN &&
          Math.abs(mark.y + mark.height - y) <= WITHIN,
      );
      if (!near) missed.push(`${name} ${page} ${x} ${y}`);
    }
  }
  expect(Object.values(CONTRACTS).flat()).toHaveLength(ALL);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(ALL / 10);
});
