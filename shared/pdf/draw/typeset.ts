import { textWidth } from '../font/font.ts';
import type { DrawingItem, FontWeight, Rgb } from './drawing.ts';
import { wrapText } from './wrap-text.ts';

export interface TextStyle {
  readonly size: number;
  readonly weight?: FontWeight;
  readonly color: Rgb;
}

/** One line, baseline at `y`. */
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

/** Truncates a line wider than `width` with an ellipsis. */
function clipped(text: string, width: number, { size, weight }: TextStyle): string {
  if (textWidth(text, size, weight) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, size, weight) > width)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

export interface Paragraph {
  readonly items: readonly DrawingItem[];
  /** Baseline of the last line. */
  readonly bottom: number;
}

/** Wrapped lines from baseline `y` downwards; the last is truncated if the text does not fit. */
export function paragraph(
  text: string,
  place: { x: number; y: number; width: number; leading: number; lines: number },
  style: TextStyle,
): Paragraph {
  const { x, y, width, leading } = place;
  const wrapped = evenLines(text, width, style);
  const shown = wrapped.slice(0, place.lines);
  if (wrapped.length > shown.length)
    shown.push(clipped(`${shown.pop()} ${wrapped[place.lines]}`, width, style));
  const items = shown.map((part, index) => line(part, x, y - index * leading, style));
  return { items, bottom: y - (shown.length - 1) * leading };
}

/** A last line shorter than this part of the width is a widow. */
const SHORT = 1 / 3;
const NARROWING = 1 / 20;

/** Wraps narrower if the last line would otherwise be a widow. */
function evenLines(text: string, width: number, { size, weight }: TextStyle): string[] {
  let lines = wrapText(text, size, width, weight);
  for (let within = width; isLost(lines, width, size, weight); ) {
    within -= width * NARROWING;
    const narrower = wrapText(text, size, within, weight);
    const samePieces = narrower.join(' ') === lines.join(' ');
    if (narrower.length > lines.length || !samePieces) break;
    lines = narrower;
  }
  return lines;
}

const isLost = (lines: readonly string[], width: number, size: number, weight?: FontWeight) =>
  lines.length > 1 && textWidth(lines.at(-1)!, size, weight) < width * SHORT;

interface Room {
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly width: number;
  /** From the top of the first line to the last baseline. */
  readonly height: number;
  /** Between baselines, at full size. */
  readonly leading: number;
}

/** A paragraph at the largest size that fits; truncated if even the smallest does not. */
export const fitted = (text: string, room: Room, style: TextStyle): Paragraph =>
  stacked([text], { ...room, gap: 0 }, style);

/** Several paragraphs below each other, all at the same size. */
export function stacked(
  texts: readonly string[],
  room: Room & { gap: number },
  style: TextStyle,
): Paragraph {
  const { leading, lines, ...size } = largestFitting(texts, room, style);
  const items: DrawingItem[] = [];
  let next = room.y;
  for (const text of texts) {
    const set = paragraph(text, { ...room, y: next, leading, lines }, size.style);
    items.push(...set.items);
    next = set.bottom - leading - room.gap;
  }
  return { items, bottom: next + leading + room.gap };
}

const SCALES = [1, 0.92, 0.85, 0.78, 0.7, 0.62] as const;

function largestFitting(texts: readonly string[], room: Room & { gap: number }, style: TextStyle) {
  let size = scaled(texts, room, style, SCALES[0]);
  for (const scale of SCALES.slice(1)) {
    if (size.fits) break;
    size = scaled(texts, room, style, scale);
  }
  return size;
}

function scaled(
  texts: readonly string[],
  { width, height, gap, ...room }: Room & { gap: number },
  full: TextStyle,
  scale: number,
) {
  const style = { ...full, size: full.size * scale };
  const leading = room.leading * scale;
  const most = Math.floor((height - gap * (texts.length - 1) - style.size) / leading) + 1;
  const needed = texts.map((text) => wrapText(text, style.size, width, style.weight).length);
  const fits = needed.reduce((sum, count) => sum + count, 0) <= most;
  return {
    style,
    leading,
    fits,
    lines: fits ? most : Math.max(1, Math.floor(most / texts.length)),
  };
}
