import { HANDS, type Hand } from '../../domain/hand.ts';
import type { Drawing, DrawingItem } from '../drawing.ts';
import { assertCovered, fontMetrics, normalizeText, textWidth } from '../font.ts';
import { caveat } from './font/caveat.ts';
import { dancingScript } from './font/dancing-script.ts';
import { marckScript } from './font/marck-script.ts';
import { mynerve } from './font/mynerve.ts';
import {
  type Box,
  covers,
  handwriting,
  INK,
  type Letters,
  lettersOf,
  MARGIN,
} from './handwriting.ts';

const LETTERS: Record<Hand, Letters> = {
  caveat: lettersOf(caveat),
  'dancing-script': lettersOf(dancingScript),
  'marck-script': lettersOf(marckScript),
  mynerve: lettersOf(mynerve),
};

/** The hands that can write the whole text. */
export const handsFor = (text: string): Hand[] =>
  HANDS.filter((hand) => covers(LETTERS[hand], normalizeText(text)));

/**
 * A name as if written by hand, as large as the box allows. A hand that lacks a character gives way
 * to another that has them all, or else to the document's own font. Throws `text_not_covered`.
 */
export function typedSignature(text: string, hand: Hand, { width, height }: Box): Drawing {
  const name = normalizeText(text).replace(/\s+/g, ' ').trim();
  const writer = [hand, ...HANDS].find((each) => covers(LETTERS[each], name));
  const box = { width, height };
  return writer ? handwriting(name, LETTERS[writer], box) : { ...box, items: printed(name, box) };
}

function printed(text: string, { width, height }: Box): DrawingItem[] {
  assertCovered(text);
  const size = Math.min(height * 0.6, (width * (1 - 2 * MARGIN)) / textWidth(text, 1));
  const x = (width - textWidth(text, size)) / 2;
  const y = (height - (fontMetrics('regular').capHeight * size) / 1000) / 2;
  return [{ kind: 'text', text, x, y, size, color: INK }];
}
