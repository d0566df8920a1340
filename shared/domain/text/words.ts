const MAX_WORD_LETTERS = 40;

/** One reading of the search text; something matches if each word is the beginning of one of its words. */
export type Reading = readonly string[];

/**
 * Readings of the search text; empty if it has no word. What may be an address or number, in whatever grouping,
 * is also read as one word.
 */
export function textReadings(search: string): Reading[] {
  const words = splitWords(search);
  const whole = /[@\d]/.test(search) ? withoutTrunk(joined(search)) : '';
  if (whole === '' || (words.length === 1 && words[0] === whole))
    return words.length > 0 ? [words] : [];
  return [[whole], words];
}

export const matches = (words: readonly string[], reading: Reading): boolean =>
  reading.every((typed) => words.some((word) => word.startsWith(typed)));

/** The longest word is probably the rarest. */
export const longestOf = (reading: Reading): string =>
  reading.reduce((one, other) => (other.length > one.length ? other : one), '');

/** Text without case, accents and width, for comparison. */
export const foldedText = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ');

export const splitWords = (text: string): string[] =>
  foldedText(text)
    .match(/[\p{L}\p{N}]+/gu)
    ?.map(cut) ?? [];

/** All letters and digits as one word. */
export const joined = (text: string): string =>
  cut(foldedText(text).replace(/[^\p{L}\p{N}]/gu, ''));

export const distinctWords = (words: readonly string[], most: number): string[] =>
  [...new Set(words)].filter(Boolean).slice(0, most);

const cut = (word: string): string => [...word].slice(0, MAX_WORD_LETTERS).join('');

/**
 * Without the prefixes `00` and `0`, which are dialled before a country code or national number but not stored.
 */
const withoutTrunk = (word: string): string =>
  /^\d+$/.test(word) ? word.replace(/^0+/, '') : word;
