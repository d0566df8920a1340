import { expect, it } from 'vitest';
import { reportedRefusal, storedRefusal } from '../../shared/domain/document-refusal.ts';

const UNFORESEEN = { code: 'pdf_damaged', detail: { reason: 'unforeseen', page: 3 } } as const;

it('a failure of our own is stored as the first release knew it, and told as what it is', () => {
  const refusal = { code: 'pdf_unforeseen', detail: { page: 3 } } as const;
  expect(storedRefusal(refusal)).toEqual(UNFORESEEN);
  expect(reportedRefusal(UNFORESEEN)).toEqual({
    code: 'pdf_unforeseen',
    detail: UNFORESEEN.detail,
  });
});

it.each([
  ['another reason', { code: 'pdf_damaged', detail: { reason: 'cut short' } }],
  ['another code', { code: 'pdf_encrypted', detail: { reason: 'unforeseen' } }],
  ['neither', { code: 'pdf_encrypted', detail: {} }],
] as const)('a refusal with %s is stored and told as it is', (_, refusal) => {
  expect(storedRefusal(refusal)).toEqual(refusal);
  expect(reportedRefusal(refusal)).toEqual(refusal);
});

it('a refusal without detail is stored without, and told with none', () => {
  expect(storedRefusal({ code: 'pdf_encrypted' })).toEqual({ code: 'pdf_encrypted' });
  expect(reportedRefusal({ code: 'pdf_encrypted' })).toEqual({ code: 'pdf_encrypted', detail: {} });
});
