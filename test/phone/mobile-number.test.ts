import fc from 'fast-check';
import {
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, test } from 'vitest';
import { isMobileNumber } from '../../shared/phone/mobile-number.ts';

describe('a text message goes to mobile phones alone', () => {
  test.each([
    ['+39899784086', 'premium'],
    ['+39892424', 'premium'],
    ['+39166123456', 'premium'],
    ['+19005551234', 'premium'],
    ['+3906123456', 'a landline in Rome'],
    ['+493012345678', 'a landline in Berlin'],
    ['+3940404000', 'no number'],
    ['+3978123456', 'no number'],
    ['+39840123456', 'shared cost'],
    ['+18005551234', 'free'],
    ['+80012345678', 'free everywhere'],
    ['+882161234567', 'internet'],
    ['+447600123456', 'a pager'],
    ['+447012345678', 'a number that follows its owner at a price'],
    ['', 'nothing'],
    ['3331234567', 'without its country'],
  ])('not to %s: %s', (number) => {
    expect(isMobileNumber(number)).toBe(false);
  });

  test.each(['+393331234567', '+4915123456789', '+33612345678', '+34612345678', '+14155552671'])(
    'to %s',
    (number) => {
      expect(isMobileNumber(number)).toBe(true);
    },
  );

  /** Tristan da Cunha has no mobile network. */
  const mobile = getCountries().filter((country) => country !== 'TA');

  test.each(mobile)('to the example of %s', (country) => {
    expect(isMobileNumber(getExampleNumber(country, examples)!.number)).toBe(true);
  });
});

test('the plan of mobile numbers decides as all plans together do', () => {
  const codes = fc.constantFrom(
    ...new Set(getCountries().map((country) => getCountryCallingCode(country))),
  );
  const rest = fc.stringMatching(/^\d{6,12}$/);
  const types = ['MOBILE', 'FIXED_LINE_OR_MOBILE'];
  fc.assert(
    fc.property(codes, rest, (code, digits) => {
      const number = `+${code}${digits}`;
      const judged = parsePhoneNumberFromString(number);
      const isMobile = Boolean(judged?.isValid()) && types.includes(judged?.getType() ?? '');
      return isMobileNumber(number) === isMobile;
    }),
    { numRuns: 5_000 },
  );
});
