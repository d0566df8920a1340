import { PDFDict, StandardFontEmbedder, StandardFonts } from 'pdf-lib';
import { differencesOf } from '../../syntax/differences-of.ts';
import { name } from '../../syntax/make-object.ts';

export interface Glyph {
  readonly code: number;
  readonly name: string;
}

/** ASCII codes on which all Latin encodings agree, except ' and `. */
const [FIRST_PLAIN, LAST_PLAIN] = [0x20, 0x7e];
const UNPLAIN = new Set([0x27, 0x60]);
/** The button marks (ISO 32000-1, 12.7.4.2.3): ZapfDingbats code and glyph name. */
const MARKS: Readonly<Record<string, string>> = {
  '4': 'a20',
  l: 'a71',
  '8': 'a22',
  u: 'a76',
  n: 'a73',
  H: 'a35',
};

type Encoder = (text: string) => Glyph[] | undefined;

/** ZapfDingbats glyphs of button marks. */
export const markGlyphs: Encoder = (text) =>
  allOf([...text].map((mark) => MARKS[mark] && { code: mark.charCodeAt(0), name: MARKS[mark] }));

/** Encoder for Latin text in a simple font; undefined if its encoding is not stated. */
export function latinEncoder(font: PDFDict): Encoder | undefined {
  const encoding = font.lookup(name('Encoding'));
  const isDict = encoding instanceof PDFDict;
  const base = isDict ? encoding.lookup(name('BaseEncoding')) : encoding;
  if (!base && !isDict && isEmbedded(font)) return undefined;
  const differences = isDict ? differencesOf(encoding) : new Map<number, string>();
  const codes = new Map([...differences].map(([code, glyph]) => [glyph, code]));
  const isWhole = base === name('WinAnsiEncoding');
  const { encoding: latin } = StandardFontEmbedder.for(StandardFonts.Helvetica as never);
  return (text) =>
    allOf([...text].map((character) => glyphOf(character, { latin, codes, differences, isWhole })));
}

interface LatinEncoding {
  readonly latin: StandardFontEmbedder['encoding'];
  readonly codes: ReadonlyMap<string, number>;
  readonly differences: ReadonlyMap<number, string>;
  /** Whether the whole base encoding is known, not only ASCII. */
  readonly isWhole: boolean;
}

function glyphOf(
  character: string,
  { latin, codes, differences, isWhole }: LatinEncoding,
): Glyph | undefined {
  const point = character.codePointAt(0) as number;
  if (!latin.canEncodeUnicodeCodePoint(point)) return undefined;
  const { code, name } = latin.encodeUnicodeCodePoint(point);
  const moved = codes.get(name);
  if (moved !== undefined) return { code: moved, name };
  const stays = !differences.has(code) && (isWhole || isPlain(code));
  return stays ? { code, name } : undefined;
}

const isPlain = (code: number) => code >= FIRST_PLAIN && code <= LAST_PLAIN && !UNPLAIN.has(code);

/** An embedded font's built-in encoding is in the font program, which is not read here. */
function isEmbedded(font: PDFDict): boolean {
  const descriptor = font.lookup(name('FontDescriptor'));
  const programs = ['FontFile', 'FontFile2', 'FontFile3'].map(name);
  return descriptor instanceof PDFDict && programs.some((program) => descriptor.has(program));
}

function allOf(glyphs: readonly (Glyph | undefined | '')[]): Glyph[] | undefined {
  const known = glyphs.filter((glyph) => glyph !== undefined && glyph !== '');
  return known.length === glyphs.length ? known : undefined;
}
