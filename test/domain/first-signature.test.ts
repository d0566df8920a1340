import { expect, it } from 'vitest';
import { firstSignature } from '../../shared/domain/envelope/first-signature.ts';

it('the first signature is that of the first page that has one, in whatever order they are listed', () => {
  const [initials, last, first] = [
    { kind: 'initials', page: 0 },
    { kind: 'signature', page: 2 },
    { kind: 'signature', page: 1 },
  ] as const;
  expect(firstSignature([initials, last, first])).toBe(first);
  expect(firstSignature([first, last, initials])).toBe(first);
  expect(firstSignature([initials])).toBeUndefined();
});
