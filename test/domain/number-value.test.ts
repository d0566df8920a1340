import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWrittenNumber, printedNumber } from '../../shared/domain/fields/number-value.ts';

describe('a number as people write it', () => {
  it.each([
    '12',
    '-3,5',
    '\u22123,5',
    '+39',
    '18500.00',
    '18.500,00',
    '1,234,567.89',
    '12,34,567.50',
    "12'000.50",
    "1'000.50",
    '1’000.50',
    '1 000,50',
    '1\u00a0000,50',
    '1\u202f000,50',
    '4111111111111111',
    '4111 1111 1111 1111',
    '€ 12,50',
    '12,50 €',
    '12.50€',
    '$1,000.50',
    '-€5',
    '€ -5',
    'EUR 12,50',
    '12,50 euro',
    'CHF 1’000.–',
    '50,-',
    '12,5 %',
    '12,5%',
    '3 ‰',
  ])('takes %s and prints it as it was written', (written) => {
    expect(isWrittenNumber(written)).toBe(true);
    expect(printedNumber(written)).toBe(written);
  });

  it.each([
    [',5', '0,5'],
    ['.5', '0.5'],
    ['-,5', '-0,5'],
    ['€ ,50', '€ 0,50'],
  ])('prints %s as %s', (written, printed) => {
    expect(isWrittenNumber(written)).toBe(true);
    expect(printedNumber(written)).toBe(printed);
    expect(isWrittenNumber(printed)).toBe(true);
  });

  it.each([
    '',
    'twelve',
    '12 apples',
    '1,2,3',
    '1.23,4567.8',
    '1.000,000.5',
    '29/11/2026',
    '29.11.26',
    '€',
    '%',
    '-',
    '1e5',
    '--1',
    '1 2',
    '١٢',
    '12;5',
  ])('does not take %j', (text) => {
    expect(isWrittenNumber(text)).toBe(false);
  });

  it('takes every amount as each of the five languages writes it', () => {
    const locales = fc.constantFrom('it', 'en', 'de', 'de-CH', 'fr', 'es', 'en-IN', 'pt-PT');
    const amount = fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map((cents) => cents / 100);
    const style = fc.constantFrom('decimal', 'currency', 'percent');
    fc.assert(
      fc.property(locales, amount, style, (locale, value, style) => {
        const options = { style, currency: 'EUR', maximumFractionDigits: 2 } as const;
        return isWrittenNumber(new Intl.NumberFormat(locale, options).format(value));
      }),
    );
  });

  it('is judged at once, however long it is', () => {
    for (const part of ['1', '1 ', '1,', '11,111', "1'111", 'EUR'])
      expect(isWrittenNumber(`${part.repeat(200_000)}x`)).toBe(false);
  });
});
