import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';

/** Numbering plans such as North America's do not distinguish mobile numbers from fixed lines. */
const MOBILE = ['MOBILE', 'FIXED_LINE_OR_MOBILE'];

/**
 * Whether the E.164 number is a mobile number by its country's numbering plan; never premium, shared-cost,
 * free, fixed-line, pager or VoIP. Uses the mobile-only metadata, which decides the same as
 * `libphonenumber-js/max` at two thirds of the size.
 */
export function isMobileNumber(number: string): boolean {
  const parsed = parsePhoneNumberFromString(number);
  return (parsed?.isValid() ?? false) && MOBILE.includes(parsed?.getType() ?? '');
}
