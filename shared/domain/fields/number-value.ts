/** A currency sign, an ISO 4217 code, "euro", per cent or per mille. */
const UNIT = String.raw`(?:\p{Sc}|[A-Z]{3}|[Ee]uros?|%|‰)`;
const SIGN = String.raw`[-+\u2212]`;
/** Plain, no-break, narrow no-break and thin space. */
const SPACE = String.raw`[ \u00a0\u202f\u2009]`;
const APOSTROPHE = String.raw`['\u2019]`;
const DECIMALS = String.raw`\d{1,12}`;
/** "50,-" and "1'000.–" are whole amounts in German and Swiss notation. */
const FRACTION = String.raw`(?:[.,](?:${DECIMALS}|[-\u2013\u2014]{1,2}))?`;

/** Alternative groupings; a grouping separator is never also the decimal separator. */
const MAGNITUDES = [
  String.raw`\d{1,30}${FRACTION}`,
  String.raw`\d{1,3}(?:(?:${SPACE}|${APOSTROPHE})\d{3}){1,9}${FRACTION}`,
  String.raw`\d{1,3}(?:\.\d{3}){1,9}(?:,(?:${DECIMALS}|[-\u2013\u2014]{1,2}))?`,
  /** Also Indian grouping: 12,34,567. */
  String.raw`\d{1,3}(?:,\d{2,3}){0,9},\d{3}(?:\.(?:${DECIMALS}|[-\u2013\u2014]{1,2}))?`,
  /** Groups of four, as printed for cards and IBANs. */
  String.raw`\d{4}(?:${SPACE}\d{4}){1,6}(?:${SPACE}\d{1,4})?`,
  `[.,]${DECIMALS}`,
];

const MAGNITUDE = MAGNITUDES.map((one) => `(?:${one})`).join('|');

/** The sign before or after the unit: -€5, € -5. */
const BEFORE = `(?:(?:${SIGN}${SPACE}?)?(?:${UNIT}${SPACE}?)?|${UNIT}${SPACE}?${SIGN}${SPACE}?)`;

const NUMBER = new RegExp(`^${BEFORE}(?:${MAGNITUDE})(?:${SPACE}?${UNIT})?$`, 'u');

/** Bounds the regular expression's input (characters). */
const LONGEST = 80;

/** Amounts as people write them: 18500,00, 18.500,00, € 12,50, 12.50 EUR, 12,5 %, 1'000.50, -3 and ,5. */
export const isWrittenNumber = (text: string): boolean =>
  text.length <= LONGEST && NUMBER.test(text);

/** As typed, with a missing leading zero added: ",5" becomes "0,5". */
export const printedNumber = (text: string): string =>
  text.replace(/(^|[^\d.,])(?=[.,]\d)/u, '$10');
