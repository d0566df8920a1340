import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';

/** Where a country does not tell mobile numbers apart (North America), the plan says both at once. */
const MOBILE = ['MOBILE', 'FIXED_LINE_OR_MOBILE'];

/**
 * Whether a text message to the number (E.164) reaches a mobile phone, by the plan of its country:
 * never a premium, shared-cost, free, landline, pager or internet number. A plan of mobile numbers
 * alone decides it; all plans together (`libphonenumber-js/max`) decide the same and are half as
 * large again.
 */
export function isMobileNumber(number: string): boolean {
  const parsed = parsePhoneNumberFromString(number);
  return (parsed?.isValid() ?? false) && MOBILE.includes(parsed?.getType() ?? '');
}
