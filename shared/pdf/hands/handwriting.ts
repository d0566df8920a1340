import type { Size } from '../../domain/fields/field.ts';
import type { Drawing, DrawingItem, Rgb } from '../draw/drawing.ts';
import type { HandOutlines } from './hand-outlines.ts';

export const INK: Rgb = [0.06, 0.13, 0.42];
/** Margin on each side, relative to the box. */
export const MARGIN = 0.06;

interface Part {
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

export interface Letter {
  readonly advance: number;
  readonly parts: readonly Part[];
}

export type Letters = ReadonlyMap<string, Letter>;

export function lettersOf({ glyphs, outlines }: HandOutlines): Letters {
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

export const covers = (letters: Letters, text: string): boolean =>
  Array.from(text).every((character) => letters.has(character));

/** Draws a normalized name, all covered by `letters`, as large as the box allows. */
export function handwriting(name: string, letters: Letters, { width, height }: Size): Drawing {
  const parts = partsOf(name, letters);
  const { left, bottom, right, top } = extentOf(parts);
  const [wide, high] = [Math.max(1, right - left), Math.max(1, top - bottom)];
  const scale = Math.min(width / wide, height / high) * (1 - 2 * MARGIN);
  const originX = (width - (right + left) * scale) / 2;
  const originY = (height - (top + bottom) * scale) / 2;
  const items = parts.map(
    ({ path, x, y }): DrawingItem => ({
      kind: 'path',
      d: path,
      x: originX + x * scale,
      y: originY + y * scale,
      scale,
      fill: INK,
    }),
  );
  return { width, height, items };
}

function partsOf(name: string, letters: Letters): Part[] {
  let start = 0;
  return Array.from(name).flatMap((character) => {
    const { advance, parts } = letters.get(character) as Letter;
    const placed = parts.map((part) => ({ ...part, x: start + part.x }));
    start += advance;
    return placed;
  });
}

/** Control points enclose their curve, so the extent may be too large, never too small. */
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
