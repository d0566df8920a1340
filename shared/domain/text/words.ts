const MAX_WORD_LETTERS = 40;

/** One way to read what was typed: something matches if each word begins one of its own. */
export type Reading = readonly string[];

/**
 * None if there is no word in it. Addresses and numbers are typed in groups of anybody's choice: what may be one is
 * also read as one word.
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

/** Without case, accents and width, as both sides of a comparison are. */
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

/** In front of a country's code or a national number, `00` or `0` is dialled and not stored. */
const withoutTrunk = (word: string): string =>
  /^\d+$/.test(word) ? word.replace(/^0+/, '') : word;
