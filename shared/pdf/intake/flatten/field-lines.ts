import { wrapBy } from '../../draw/wrap-text.ts';
import type { FieldFont } from './field-font.ts';
import type { Glyph } from './font-codes.ts';

export type TextFont = Pick<FieldFont, 'glyphsOf' | 'widthOf'>;

export interface FieldText {
  readonly text: string;
  readonly kind: 'line' | 'lines' | 'comb';
  /** Number of comb cells. */
  readonly cells: number;
  readonly align: 'left' | 'centre' | 'right';
}

export interface LineBox {
  readonly width: number;
  readonly height: number;
  readonly borderWidth: number;
}

/** Glyphs shown from a point on the baseline. */
export interface ShownGlyphs {
  readonly glyphs: readonly Glyph[];
  readonly x: number;
  readonly y: number;
}

export interface SetText {
  readonly size: number;
  readonly shown: readonly ShownGlyphs[];
}

/**
 * As viewers place a single line: points from the border, and baseline below the middle relative to the font
 * size.
 */
const PADDING = 2;
const BELOW_MIDDLE = 0.4;
/** As viewers place several lines: first baseline from the top, and room for descenders. */
const FROM_TOP = 3;
const DESCENT = 0.33;
const LARGEST_OF_LINES = 20;
const SMALLEST = 2;

/**
 * Places a field's text as viewers do, at its font size, or for size 0 the largest that fits. Undefined if
 * the font lacks a character or a width.
 */
export function setText(
  field: FieldText,
  font: TextFont,
  size: number,
  box: LineBox,
): SetText | undefined {
  if (field.kind === 'lines') return setLines(field, font, size, box);
  const glyphs = font.glyphsOf(field.text.replaceAll(/\s*[\r\n]+\s*/g, ' '));
  if (!glyphs) return undefined;
  return field.kind === 'comb'
    ? setComb(field, font, glyphs, size, box)
    : setLine(field, font, glyphs, size, box);
}

/** In 1/1000 of the font size. */
const widthOf = (glyphs: readonly Glyph[], font: TextFont): number =>
  glyphs.reduce((sum, glyph) => sum + (font.widthOf(glyph) ?? NaN), 0);

const middle = ({ height }: LineBox, size: number) => height / 2 - BELOW_MIDDLE * size;

function setLine(
  { align }: FieldText,
  font: TextFont,
  glyphs: readonly Glyph[],
  given: number,
  box: LineBox,
): SetText | undefined {
  const width = widthOf(glyphs, font);
  const [wide, high] = [box.width - 2 * PADDING, box.height].map((it) => it - 2 * box.borderWidth);
  const size = given || Math.max(SMALLEST, Math.floor(Math.min(high!, (wide! * 1_000) / width)));
  const x = startOf(align, (width * size) / 1_000, box);
  if (Number.isNaN(size) || Number.isNaN(x)) return undefined;
  return { size, shown: [{ glyphs, x, y: middle(box, size) }] };
}

function startOf(align: FieldText['align'], width: number, { width: all, borderWidth }: LineBox) {
  if (align === 'left') return borderWidth + PADDING;
  return align === 'centre' ? (all - width) / 2 : all - borderWidth - PADDING - width;
}

function setComb(
  { align, cells }: FieldText,
  font: TextFont,
  glyphs: readonly Glyph[],
  given: number,
  box: LineBox,
): SetText | undefined {
  const cell = (box.width - 2 * box.borderWidth) / cells;
  const size =
    given || Math.max(SMALLEST, Math.floor(Math.min(box.height - 2 * box.borderWidth, cell)));
  const free = Math.max(0, cells - glyphs.length);
  const skipped = { left: 0, centre: Math.floor(free / 2), right: free }[align];
  const shown = glyphs.map((glyph, index) => {
    const width = (widthOf([glyph], font) * size) / 1_000;
    const x = box.borderWidth + (skipped + index) * cell + (cell - width) / 2;
    return { glyphs: [glyph], x, y: middle(box, size) };
  });
  return shown.some(({ x }) => Number.isNaN(x)) ? undefined : { size, shown };
}

function setLines(
  { text, align }: FieldText,
  font: TextFont,
  given: number,
  box: LineBox,
): SetText | undefined {
  const plain = text.replaceAll(/\r\n?/g, '\n');
  if (!font.glyphsOf(plain.replaceAll('\n', ''))) return undefined;
  const widthAt = (line: string, size: number) =>
    (widthOf(font.glyphsOf(line) ?? [], font) * size) / 1_000;
  if (Number.isNaN(widthAt(plain.replaceAll('\n', ''), 1))) return undefined;
  const room = box.width - 2 * (box.borderWidth + PADDING);
  const wrapped = (size: number) => wrapBy(plain, (line) => widthAt(line, size) <= room);
  const size = given || largestOfLines(wrapped, box.height);
  const shown = wrapped(size).map((line, index) => ({
    glyphs: font.glyphsOf(line) ?? [],
    x: startOf(align, widthAt(line, size), box),
    y: box.height - FROM_TOP - (index + 1) * size,
  }));
  return { size, shown };
}

function largestOfLines(wrapped: (size: number) => readonly string[], height: number): number {
  for (let size = LARGEST_OF_LINES; size > SMALLEST; size -= 1) {
    if (height - FROM_TOP - wrapped(size).length * size >= DESCENT * size) return size;
  }
  return SMALLEST;
}
