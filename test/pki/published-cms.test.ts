import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerToCms } from './published/cms-case.ts';
import { PUBLISHED_CMS } from './published/results.ts';

test.each(PUBLISHED_CMS.map((each) => [each.id, each.what, each] as const))(
  'RFC %s: %s',
  async (_, __, { lay, published, differs }) => {
    const answer = await answerToCms(lay());
    const expected = differs ? 'invalid' : published;
    expect(answer === 'valid' ? 'valid' : 'invalid', answer).toBe(expected);
  },
);

test('nothing is taken that an RFC refuses: a case differs only by a refusal', () => {
  for (const { differs, published, what } of PUBLISHED_CMS)
    if (differs) expect(published, what).toBe('valid');
});

test('each way to differ is argued', () => {
  const page = readFileSync(new URL('../../docs/path-validation.md', import.meta.url), 'utf8');
  const [, argued = ''] = page.split('## CMS');
  for (const way of new Set(PUBLISHED_CMS.flatMap(({ differs }) => differs ?? [])))
    expect(argued).toContain(`- **${way}**`);
});
