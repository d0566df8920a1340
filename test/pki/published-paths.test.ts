import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerTo, type PathCase } from './published/path-case.ts';
import { expectedOf, PUBLISHED } from './published/results.ts';

const named = (cases: readonly PathCase[]) =>
  cases.map((each) => [each.id, each.what, each] as const);

describe('NIST PKITS', () => {
  test.each(named(PUBLISHED.pkits))('%s: %s', async (_, __, each) => {
    const answer = await answerTo(each.lay());
    expect(answer === 'valid' ? 'valid' : 'invalid', answer).toBe(expectedOf(each));
  });

  test('nothing that it refuses is taken', () => {
    const taken = PUBLISHED.pkits.filter(
      (each) => each.published === 'invalid' && expectedOf(each) === 'valid',
    );
    expect(taken).toEqual([]);
  });

  test('no case is left out', () => {
    const counts: Record<string, number> = {};
    for (const { id } of PUBLISHED.pkits) {
      const section = id.slice(0, id.lastIndexOf('.'));
      counts[section] = (counts[section] ?? 0) + 1;
    }
    expect(Object.values(counts)).toEqual([
      6, 8, 11, 21, 8, 17, 5, 20, 8, 14, 11, 10, 38, 35, 10, 2,
    ]);
  });
});

test.each(named(PUBLISHED.limbo))('x509-limbo %s: %s', async (_, __, each) => {
  const answer = await answerTo(each.lay());
  expect(answer === 'valid' ? 'valid' : 'invalid', answer).toBe(expectedOf(each));
});

test('a case differs only where the published answer is the other one', () => {
  for (const each of Object.values(PUBLISHED).flat())
    if (each.differs) expect(each.published, each.id).not.toBe(expectedOf(each));
});

test('each way to differ is argued', () => {
  const page = readFileSync(new URL('../../docs/path-validation.md', import.meta.url), 'utf8');
  const ways = new Set(
    Object.values(PUBLISHED).flatMap((cases) => cases.flatMap(({ differs }) => differs ?? [])),
  );
  for (const way of ways) expect(page).toContain(`- **${way}**`);
});
