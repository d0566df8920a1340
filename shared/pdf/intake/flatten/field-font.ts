import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  StandardFontEmbedder,
  StandardFonts,
} from 'pdf-lib';
import { inherited } from '../../syntax/inherited.ts';
import { name } from '../../syntax/make-object.ts';
import { type Glyph, latinEncoder, markGlyphs } from './font-codes.ts';

/** A font named by the field's or form's resources, with what is needed to set text in it. */
export interface FieldFont {
  /** The resource entry as in the document. */
  readonly entry: PDFObject;
  readonly hasMarks: boolean;
  /** Undefined if its encoding is unknown. */
  glyphsOf(text: string): Glyph[] | undefined;
  /** Width in 1/1000 of the size; undefined if unknown. */
  widthOf(glyph: Glyph): number | undefined;
}

const SIMPLE = new Set(['Type1', 'MMType1', 'TrueType'].map(name));
const STANDARD = new Set<string>(Object.values(StandardFonts));
const SUBSET = /^[A-Z]{6}\+/;

export const fieldFont = (
  widget: PDFDict,
  form: PDFDict | undefined,
  wanted: string | undefined,
): FieldFont | undefined =>
  wanted === undefined
    ? undefined
    : (fontIn(widget, wanted) ?? (form ? fontIn(form, wanted) : undefined));

function fontIn(holder: PDFDict, wanted: string): FieldFont | undefined {
  const resources = inherited(holder, 'DR');
  const fonts = resources instanceof PDFDict ? resources.lookup(name('Font')) : undefined;
  if (!(fonts instanceof PDFDict)) return undefined;
  const [entry, font] = [fonts.get(PDFName.of(wanted)), fonts.lookup(PDFName.of(wanted))];
  return entry && font instanceof PDFDict ? readFont(entry, font) : undefined;
}

function readFont(entry: PDFObject, font: PDFDict): FieldFont | undefined {
  const subtype = font.lookup(name('Subtype'));
  if (!(subtype instanceof PDFName && SIMPLE.has(subtype))) return undefined;
  const standard = standardName(font);
  const hasMarks = standard === StandardFonts.ZapfDingbats;
  const glyphsOf = hasMarks ? markGlyphs : latinEncoder(font);
  return glyphsOf && { entry, hasMarks, glyphsOf, widthOf: widths(font, standard) };
}

function standardName(font: PDFDict): string | undefined {
  const base = font.lookup(name('BaseFont'));
  const plain = base instanceof PDFName ? base.decodeText().replace(SUBSET, '') : '';
  return STANDARD.has(plain) ? plain : undefined;
}

/** From the font's /Widths, else from the standard 14 fonts (ISO 32000-1, 9.6.2.2). */
function widths(font: PDFDict, standard: string | undefined): FieldFont['widthOf'] {
  const listed = font.lookup(name('Widths'));
  const first = font.lookup(name('FirstChar'));
  if (listed instanceof PDFArray && first instanceof PDFNumber) {
    return ({ code }) => {
      const at = code - first.asNumber();
      const width = at >= 0 && at < listed.size() ? listed.lookup(at) : undefined;
      return width instanceof PDFNumber ? width.asNumber() : undefined;
    };
  }
  if (standard === undefined) return () => undefined;
  const { font: metrics } = StandardFontEmbedder.for(standard as never);
  return ({ name }) => metrics.getWidthOfGlyph(name) || undefined;
}
