import { firstUncovered, normalizeText } from '../font/font.ts';

/**
 * The text with a question mark for each character that the bundled font lacks: people write reasons that are
 * never printed elsewhere, and a page about them must be made all the same.
 */
export const covered = (text: string): string =>
  firstUncovered(text)
    ? [...normalizeText(text)]
        .map((character) => (firstUncovered(character) ? '?' : character))
        .join('')
    : text;
