import { normalizedWidth, normalizeText } from '../font/font.ts';
import type { FontWeight } from './drawing.ts';

/** Lines of at most `width` points, broken at spaces, or within a word that is wider. */
export function wrapText(
  text: string,
  size: number,
  width: number,
  weight: FontWeight = 'regular',
): string[] {
  const fits = (line: string) => (normalizedWidth(line, weight) * size) / 1000 <= width;
  return wrapBy(normalizeText(text), fits);
}

/** Wraps into lines for which `fits` holds. */
export const wrapBy = (text: string, fits: (line: string) => boolean): string[] =>
  text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, fits));

function wrapParagraph(paragraph: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return [...lines, line];
}

function breakWord(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && !fits(piece + character)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
