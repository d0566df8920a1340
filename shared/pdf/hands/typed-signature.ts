import type { Drawing, DrawingItem, Rgb } from '../drawing.ts';
import { assertCovered, fontMetrics, normalizeText, textWidth } from '../font.ts';
import { caveat } from './font/caveat.ts';
import { dancingScript } from './font/dancing-script.ts';
import { marckScript } from './font/marck-script.ts';
import { mynerve } from './font/mynerve.ts';
import type { HandOutlines } from './hand-outlines.ts';

/** The choice that a signer is offered, in this order. */
export const HANDS = ['caveat', 'dancing-script', 'marck-script', 'mynerve'] as const;
export type Hand = (typeof HANDS)[number];

export const isHand = (text: string): text is Hand => HANDS.some((hand) => hand === text);

const INK: Rgb = [0.06, 0.13, 0.42];
/** Of the box, on each side. */
const MARGIN = 0.06;

interface Box {
  width: number;
  height: number;
}

interface Part {
  path: string;
  x: number;
  y: number;
}

interface Letter {
  advance: number;
  parts: Part[];
}

function lettersOf({ glyphs, outlines }: HandOutlines): ReadonlyMap<string, Letter> {
  const letters = glyphs.map(([character, advance, ...numbers]): [string, Letter] => {
    const parts: Part[] = [];
    for (let at = 0; at < numbers.length; at += 3) {
      const [index = 0, x = 0, y = 0] = numbers.slice(at, at + 3);
      parts.push({ path: outlines[index] ?? '', x, y });
    }
    return [character, { advance, parts }];
  });
  return new Map(letters);
}

const LETTERS: Record<Hand, ReadonlyMap<string, Letter>> = {
  caveat: lettersOf(caveat),
  'dancing-script': lettersOf(dancingScript),
  'marck-script': lettersOf(marckScript),
  mynerve: lettersOf(mynerve),
};

const covers = (hand: Hand, text: string): boolean =>
  Array.from(text).every((character) => LETTERS[hand].has(character));

/** The hands that can write the whole text. */
export const handsFor = (text: string): Hand[] =>
  HANDS.filter((hand) => covers(hand, normalizeText(text)));

/**
 * A name as if written by hand, as large as the box allows. A hand that lacks a character gives way
 * to another that has them all, or else to the document's own font. Throws `text_not_covered`.
 */
export function typedSignature(text: string, hand: Hand, { width, height }: Box): Drawing {
  const name = normalizeText(text).replace(/\s+/g, ' ').trim();
  const writer = [hand, ...HANDS].find((each) => covers(each, name));
  const box = { width, height };
  return { ...box, items: writer ? handwritten(name, writer, box) : printed(name, box) };
}

function handwritten(name: string, hand: Hand, box: Box): DrawingItem[] {
  const parts = partsOf(name, hand);
  const { left, bottom, right, top } = extentOf(parts);
  const [wide, high] = [Math.max(1, right - left), Math.max(1, top - bottom)];
  const scale = Math.min(box.width / wide, box.height / high) * (1 - 2 * MARGIN);
  const originX = (box.width - (right + left) * scale) / 2;
  const originY = (box.height - (top + bottom) * scale) / 2;
  return parts.map(({ path, x, y }) => ({
    kind: 'path',
    d: path,
    x: originX + x * scale,
    y: originY + y * scale,
    scale,
    fill: INK,
  }));
}

function partsOf(name: string, hand: Hand): Part[] {
  let start = 0;
  return Array.from(name).flatMap((character) => {
    const { advance, parts } = LETTERS[hand].get(character) as Letter;
    const placed = parts.map((part) => ({ ...part, x: start + part.x }));
    start += advance;
    return placed;
  });
}

/** Control points lie around their curve, so the extent is never too small. */
function extentOf(parts: readonly Part[]) {
  const extent = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
  for (const { path, x, y } of parts) {
    const numbers = path.match(/-?\d+/g)?.map(Number) ?? [];
    for (let at = 0; at < numbers.length; at += 2) {
      const [px, py] = [x + (numbers[at] as number), y + (numbers[at + 1] as number)];
      extent.left = Math.min(extent.left, px);
      extent.right = Math.max(extent.right, px);
      extent.bottom = Math.min(extent.bottom, py);
      extent.top = Math.max(extent.top, py);
    }
  }
  return extent;
}

function printed(text: string, { width, height }: Box): DrawingItem[] {
  assertCovered(text);
  const size = Math.min(height * 0.6, (width * (1 - 2 * MARGIN)) / textWidth(text, 1));
  const x = (width - textWidth(text, size)) / 2;
  const y = (height - (fontMetrics('regular').capHeight * size) / 1000) / 2;
  return [{ kind: 'text', text, x, y, size, color: INK }];
}
