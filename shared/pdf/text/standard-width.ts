import { type PDFDict, PDFName, StandardFontEmbedder, StandardFonts } from 'pdf-lib';
import { name } from '../syntax/make-object.ts';
import { textOfByte } from './glyph-names.ts';

const PER_EM = 1_000;
const AVERAGE = 0.5;

/** Widths of the standard 14 fonts, which may omit them (ISO 32000-1, 9.6.2.2), by WinAnsi code. */
export function standardWidth(font: PDFDict): (code: number) => number {
  const { font: metrics, encoding } = StandardFontEmbedder.for(standardFont(font) as never);
  return (code) => {
    const point = textOfByte(code, 'WinAnsiEncoding').codePointAt(0) as number;
    if (!encoding.canEncodeUnicodeCodePoint(point)) return AVERAGE;
    const width = metrics.getWidthOfGlyph(encoding.encodeUnicodeCodePoint(point).name);
    return width === undefined ? AVERAGE : width / PER_EM;
  };
}

/** The standard font that a name means: "ABCDEF+Arial,Bold" is Helvetica-Bold. */
function standardFont(font: PDFDict): StandardFonts {
  const base = font.lookup(name('BaseFont'));
  const given = base instanceof PDFName ? base.decodeText() : '';
  const bold = /bold/i.test(given);
  if (/courier|mono/i.test(given)) return bold ? StandardFonts.CourierBold : StandardFonts.Courier;
  if (/times|serif|roman/i.test(given) && !/sans/i.test(given))
    return bold ? StandardFonts.TimesRomanBold : StandardFonts.TimesRoman;
  return bold ? StandardFonts.HelveticaBold : StandardFonts.Helvetica;
}
