import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib';
import { decodeStream } from '../syntax/decode-stream.ts';
import { differencesOf } from '../syntax/differences-of.ts';
import { name } from '../syntax/make-object.ts';
import { compositeWidths } from './composite-widths.ts';
import { textOfByte, textOfGlyph } from './glyph-names.ts';
import { standardWidth } from './standard-width.ts';
import { type CodeTexts, numberOf, readToUnicode } from './to-unicode.ts';

export interface ShownCode {
  /** The code in the string. */
  readonly bytes: Uint8Array;
  /** '' where the font does not say it. */
  readonly text: string;
  /** In units of text space: 1 is the font's size. */
  readonly width: number;
  /** Word spacing applies (ISO 32000-1, 9.3.3). */
  readonly isSpace: boolean;
}

export interface TextFont {
  readonly isVertical: boolean;
  codesOf(string: Uint8Array): ShownCode[];
}

const MAX_CMAP_BYTES = 4 * 1024 * 1024;
const PER_EM = 1_000;

/** How the strings of a font are read. */
export function textFont(font: PDFDict): TextFont {
  const texts = toUnicodeOf(font);
  if (font.lookup(name('Subtype')) === name('Type0')) return compositeFont(font, texts);
  const [encoded, widthOf] = [simpleEncoding(font), simpleWidths(font)];
  return {
    isVertical: false,
    codesOf: (string) =>
      Array.from(string, (code) => ({
        bytes: Uint8Array.of(code),
        text: texts?.get(code) ?? encoded(code),
        width: widthOf(code),
        isSpace: code === 32,
      })),
  };
}

/** Codes of two bytes, as every writer of embedded fonts makes them. */
function compositeFont(font: PDFDict, texts: CodeTexts | undefined): TextFont {
  const encoding = font.lookup(name('Encoding'));
  const widthOf = compositeWidths(font);
  return {
    isVertical: encoding instanceof PDFName && encoding.decodeText().endsWith('V'),
    codesOf: (string) =>
      Array.from({ length: Math.ceil(string.length / 2) }, (_, index) => {
        const bytes = string.subarray(2 * index, 2 * index + 2);
        const code = numberOf(bytes);
        return { bytes, text: texts?.get(code) ?? '', width: widthOf(code), isSpace: false };
      }),
  };
}

function toUnicodeOf(font: PDFDict): CodeTexts | undefined {
  const stream = font.lookup(name('ToUnicode'));
  if (!(stream instanceof PDFRawStream)) return undefined;
  const cmap = decodeStream(stream, MAX_CMAP_BYTES);
  return cmap && readToUnicode(cmap);
}

function simpleEncoding(font: PDFDict): (code: number) => string {
  const encoding = font.lookup(name('Encoding'));
  const base = encoding instanceof PDFDict ? encoding.lookup(name('BaseEncoding')) : encoding;
  const baseName = base instanceof PDFName ? base.decodeText() : undefined;
  const differences = encoding instanceof PDFDict ? differencesOf(encoding) : new Map();
  return (code) => {
    const glyph = differences.get(code);
    return glyph === undefined ? textOfByte(code, baseName) : textOfGlyph(glyph);
  };
}

function simpleWidths(font: PDFDict): (code: number) => number {
  const widths = font.lookup(name('Widths'));
  const first = font.lookup(name('FirstChar'));
  const standard = standardWidth(font);
  const unit = unitOf(font);
  if (!(widths instanceof PDFArray)) return standard;
  const from = first instanceof PDFNumber ? first.asNumber() : 0;
  const items = widths.asArray().map((item) => font.context.lookup(item));
  const missing = missingWidth(font);
  return (code) => {
    const width = items[code - from];
    return (width instanceof PDFNumber ? width.asNumber() : missing) * unit;
  };
}

function missingWidth(font: PDFDict): number {
  const descriptor = font.lookup(name('FontDescriptor'));
  const width = descriptor instanceof PDFDict && descriptor.lookup(name('MissingWidth'));
  return width instanceof PDFNumber ? width.asNumber() : 0;
}

/** A Type 3 font has a space of its own. */
function unitOf(font: PDFDict): number {
  const matrix = font.lookup(name('FontMatrix'));
  const unit = matrix instanceof PDFArray ? font.context.lookup(matrix.get(0)) : undefined;
  const isType3 = font.lookup(name('Subtype')) === name('Type3');
  return isType3 && unit instanceof PDFNumber ? unit.asNumber() : 1 / PER_EM;
}
