import { MIN_FONT_SIZE } from '../../domain/fields/field-kinds.ts';
import type { DrawingItem } from '../draw/drawing.ts';
import { wrapText } from '../draw/wrap-text.ts';
import { fontMetrics, textWidth } from '../font/font.ts';
import { PdfRefusal } from '../refusal.ts';

export interface TextBox {
  readonly width: number;
  readonly height: number;
  readonly multiline?: boolean;
}

const LARGEST = 10;
const SMALLEST = MIN_FONT_SIZE;
const STEP = 0.5;
const PADDING = 2;
const LINE_HEIGHT = 1.25;

/**
 * The text at the largest size from 10 to 5 points that fits the box: one vertically centred line, or wrapped
 * from the top in a multiline field. Throws `value_too_long` if it does not fit at 5 points,
 * `text_not_covered` if the font lacks a character.
 */
export function layOutText(text: string, box: TextBox): DrawingItem[] {
  const laid = laidOut(text, box);
  if (!laid) throw new PdfRefusal('value_too_long', { length: text.length });
  return laid;
}

function laidOut(text: string, box: TextBox): DrawingItem[] | undefined {
  const width = Math.max(1, box.width - 2 * PADDING);
  for (let size = largest(box); size >= SMALLEST; size -= STEP) {
    const lines = box.multiline ? wrapText(text, size, width) : [text.replace(/\s*\n\s*/g, ' ')];
    if (fits(lines, size, width, box)) return placed(lines, size, box);
  }
  return undefined;
}

/** Whether the text, whose characters the font has, fits the box. */
export const textFits = (text: string, box: TextBox): boolean => laidOut(text, box) !== undefined;

/** Throws as `layOutText`, so that a value can be refused before anything is signed. */
export function assertTextFits(text: string, box: TextBox): void {
  layOutText(text, box);
}

/** The smallest box, in whole points, for a single line at the smallest size, descenders included. */
export function leastBoxOf(text: string, multiline = false): TextBox {
  const { capHeight, descent } = fontMetrics('regular');
  const line = ((capHeight - 2 * descent) * SMALLEST) / 1000;
  return {
    width: Math.ceil(textWidth(text, SMALLEST) + 2 * PADDING),
    height: Math.ceil(multiline ? SMALLEST * LINE_HEIGHT + PADDING : line),
  };
}

const largest = ({ height, multiline }: TextBox) =>
  multiline ? LARGEST : Math.max(SMALLEST, Math.min(LARGEST, Math.floor(height * 1.6) / 2));

function fits(lines: readonly string[], size: number, width: number, box: TextBox): boolean {
  const tall = box.multiline ? lines.length * size * LINE_HEIGHT + PADDING : 0;
  return tall <= box.height && lines.every((line) => textWidth(line, size) <= width);
}

function placed(lines: readonly string[], size: number, box: TextBox): DrawingItem[] {
  const capHeight = (fontMetrics('regular').capHeight * size) / 1000;
  const first = box.multiline
    ? box.height - PADDING / 2 - size * 1.05
    : (box.height - capHeight) / 2;
  return lines.map((text, index) => ({
    kind: 'text',
    text,
    x: PADDING,
    y: first - index * size * LINE_HEIGHT,
    size,
  }));
}
