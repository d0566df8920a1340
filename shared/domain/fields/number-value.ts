/** A currency's sign or its ISO 4217 code, the euro's name, per cent, per mille. */
const UNIT = String.raw`(?:\p{Sc}|[A-Z]{3}|[Ee]uros?|%|‰)`;
const SIGN = String.raw`[-+\u2212]`;
/** Spaces that keep groups or a unit beside their number: plain, no-break, narrow no-break, thin. */
const SPACE = String.raw`[ \u00a0\u202f\u2009]`;
const APOSTROPHE = String.raw`['\u2019]`;
const DECIMALS = String.raw`\d{1,12}`;
/** "50,-" and "1'000.–" are whole amounts as Germans and Swiss write them. */
const FRACTION = String.raw`(?:[.,](?:${DECIMALS}|[-\u2013\u2014]{1,2}))?`;

/** One way a person groups digits; what groups them never separates the decimals as well. */
const MAGNITUDES = [
  String.raw`\d{1,30}${FRACTION}`,
  String.raw`\d{1,3}(?:(?:${SPACE}|${APOSTROPHE})\d{3}){1,9}${FRACTION}`,
  String.raw`\d{1,3}(?:\.\d{3}){1,9}(?:,(?:${DECIMALS}|[-\u2013\u2014]{1,2}))?`,
  /** Also the Indian way, 12,34,567. */
  String.raw`\d{1,3}(?:,\d{2,3}){0,9},\d{3}(?:\.(?:${DECIMALS}|[-\u2013\u2014]{1,2}))?`,
  /** Of cards and accounts, as they are printed. */
  String.raw`\d{4}(?:${SPACE}\d{4}){1,6}(?:${SPACE}\d{1,4})?`,
  `[.,]${DECIMALS}`,
];

const MAGNITUDE = MAGNITUDES.map((one) => `(?:${one})`).join('|');

/** The sign stands before the unit or behind it: -€5, € -5. */
const BEFORE = `(?:(?:${SIGN}${SPACE}?)?(?:${UNIT}${SPACE}?)?|${UNIT}${SPACE}?${SIGN}${SPACE}?)`;

const NUMBER = new RegExp(`^${BEFORE}(?:${MAGNITUDE})(?:${SPACE}?${UNIT})?$`, 'u');

/** Longer ones are not looked at: no pattern runs over what nobody has bounded. */
const LONGEST = 80;

/** As people write amounts: 18500,00 and 18.500,00, € 12,50 and 12.50 EUR, 12,5 %, 1'000.50, -3 and ,5. */
export const isWrittenNumber = (text: string): boolean =>
  text.length <= LONGEST && NUMBER.test(text);

/** As it is printed: as it was written, but for the zero that a hurried hand left out (",5" is "0,5"). */
export const printedNumber = (text: string): string =>
  text.replace(/(^|[^\d.,])(?=[.,]\d)/u, '$10');
