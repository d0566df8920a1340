import type { DrawingItem, FontWeight, Rgb } from './drawing.ts';
import { textWidth } from './font.ts';
import { wrapText } from './wrap-text.ts';

export interface TextStyle {
  size: number;
  weight?: FontWeight;
  color: Rgb;
}

/** One line with its baseline at `y`. */
export const line = (text: string, x: number, y: number, style: TextStyle): DrawingItem => ({
  kind: 'text',
  text,
  x,
  y,
  ...style,
});

/** One line that ends at `right`. */
export const lineEndingAt = (
  text: string,
  right: number,
  y: number,
  style: TextStyle,
): DrawingItem => line(text, right - textWidth(text, style.size, style.weight), y, style);

/** One line, cut with an ellipsis where it is wider than `width`. */
const clipped = (text: string, width: number, { size, weight }: TextStyle): string => {
  if (textWidth(text, size, weight) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, size, weight) > width)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
};

export interface Paragraph {
  items: DrawingItem[];
  /** Baseline of the last line. */
  bottom: number;
}

/** Wrapped lines below each other, the first with its baseline at `y`; the last may be cut. */
export const paragraph = (
  text: string,
  place: { x: number; y: number; width: number; leading: number; lines: number },
  style: TextStyle,
): Paragraph => {
  const { x, y, width, leading } = place;
  const wrapped = wrapText(text, style.size, width, style.weight);
  const shown = wrapped.slice(0, place.lines);
  if (wrapped.length > shown.length)
    shown.push(clipped(`${shown.pop()} ${wrapped[place.lines]}`, width, style));
  const items = shown.map((part, index) => line(part, x, y - index * leading, style));
  return { items, bottom: y - (shown.length - 1) * leading };
};
