/** ITU-T E.164, assigned country codes of two digits; zones 1 and 7 have one, all others three. */
const TWO_DIGITS = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** How many digits of an E.164 number are the country's code. */
export function callingCodeLength(number: string): number {
  const digits = number.replace('+', '');
  if (/^[17]/.test(digits)) return 1;
  return TWO_DIGITS.test(digits) ? 2 : 3;
}
