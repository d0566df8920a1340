import type { FontWeight } from '../draw/drawing.ts';
import type { FontMetrics } from './font-metrics.ts';
import { PdfRefusal } from '../refusal.ts';
import { METRICS } from './unpacked-metrics.ts';

/** Glyph ids by code point; both weights cover the same characters. */
const glyphs = new Map<number, number>();
for (const [first, last] of METRICS.regular.runs) {
  for (let point = first; point <= last; point++) glyphs.set(point, glyphs.size + 1);
}

/** Zero-width and bidi characters are removed: a signer cannot see them. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Characters for which NFC is the identity. */
const NORMAL = /^[\n\x20-\x7e\xa0-\xac\xae-\u02ff]*$/;

/** NFC; line ends become "\n", tabs spaces; invisible format characters are removed. */
export const normalizeText = (text: string): string =>
  NORMAL.test(text)
    ? text
    : text.normalize('NFC').replace(INVISIBLE, '').replace(/\r\n?/g, '\n').replace(/\t/g, ' ');

function glyphOf(character: string): number {
  const glyph = glyphs.get(character.codePointAt(0) as number);
  if (glyph === undefined) throw new PdfRefusal('text_not_covered', describe(character));
  return glyph;
}

type CharacterDetail = Readonly<Record<'character' | 'codePoint', string>>;

function describe(character: string): CharacterDetail {
  const point = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  return { character: character.replace(/^\p{M}/u, '◌$&'), codePoint: `U+${point}` };
}

/** The first character that the bundled font lacks; undefined if it covers the text. */
export function firstUncovered(text: string): CharacterDetail | undefined {
  for (const character of normalizeText(text)) {
    const isKnown = character === '\n' || glyphs.has(character.codePointAt(0) as number);
    if (!isKnown) return describe(character);
  }
  return undefined;
}

/** Throws `text_not_covered`, naming the first character that the bundled font lacks. */
export function assertCovered(text: string): void {
  const missing = firstUncovered(text);
  if (missing) throw new PdfRefusal('text_not_covered', missing);
}

export const fontMetrics = (weight: FontWeight): FontMetrics => METRICS[weight];

/** Width of one line, points. */
export const textWidth = (text: string, size: number, weight: FontWeight = 'regular'): number =>
  (normalizedWidth(normalizeText(text), weight) * size) / 1000;

/** Width of normalized text, in 1/1000 of the font size. */
export function normalizedWidth(text: string, weight: FontWeight): number {
  const { widths } = METRICS[weight];
  let total = 0;
  for (const character of text) total += widths[glyphOf(character) - 1] ?? 0;
  return total;
}

/** Glyph ids as four hexadecimal digits each, for a font with Identity-H encoding. */
export function glyphCodes(text: string): string {
  let codes = '';
  for (const character of normalizeText(text)) codes += codeOf(glyphOf(character));
  return codes;
}

const codes = new Array<string>(glyphs.size + 1).fill('');

function codeOf(glyph: number): string {
  codes[glyph] ||= glyph.toString(16).padStart(4, '0');
  return codes[glyph];
}
