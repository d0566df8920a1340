import type { Size } from '../../domain/fields/field.ts';
import { HANDS, type Hand } from '../../domain/fields/hand.ts';
import type { Drawing, DrawingItem } from '../draw/drawing.ts';
import { assertCovered, fontMetrics, normalizeText, textWidth } from '../font/font.ts';
import { canWrite } from './hands-for.ts';
import { handwriting, INK, MARGIN } from './handwriting.ts';
import { storedLetters } from './stored-letters.ts';

/**
 * A name in handwriting, as large as the box allows. Falls back to another handwriting font that has all
 * characters, then to the document font. Throws `text_not_covered`.
 */
export function typedSignature(text: string, hand: Hand, { width, height }: Size): Drawing {
  const name = normalizeText(text).replace(/\s+/g, ' ').trim();
  const writer = [hand, ...HANDS].find((each) => canWrite(each, name));
  const box = { width, height };
  return writer
    ? handwriting(name, storedLetters(writer), box)
    : { ...box, items: printed(name, box) };
}

function printed(text: string, { width, height }: Size): DrawingItem[] {
  assertCovered(text);
  const size = Math.min(height * 0.6, (width * (1 - 2 * MARGIN)) / textWidth(text, 1));
  const x = (width - textWidth(text, size)) / 2;
  const y = (height - (fontMetrics('regular').capHeight * size) / 1000) / 2;
  return [{ kind: 'text', text, x, y, size, color: INK }];
}
