import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FieldInput } from '../../shared/contract/sender/sender-inputs.ts';

const field = { id: 'a', party: null, kind: 'text', page: 0, width: 60, height: 12, label: 'A' };

test('a place is kept to the thousandth of a point, which every store can hold', () => {
  expect(FieldInput.parse({ ...field, x: 5e-324, y: 10.00049 })).toMatchObject({ x: 0, y: 10 });
  fc.assert(
    fc.property(fc.double({ min: 0, max: 20_000, noNaN: true }), (x) => {
      const kept = FieldInput.parse({ ...field, x, y: 0 }).x;
      expect(kept === 0 || kept >= 0.001).toBe(true);
      expect(Math.abs(kept - x)).toBeLessThanOrEqual(0.000_51);
    }),
  );
});

test('a place beyond the largest page is refused', () => {
  expect(FieldInput.safeParse({ ...field, x: 20_000.1, y: 0 }).success).toBe(false);
  expect(FieldInput.safeParse({ ...field, x: -0.1, y: 0 }).success).toBe(false);
});
