import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  StandardFontEmbedder,
  StandardFonts,
} from 'pdf-lib';
import { name } from '../../syntax/make-object.ts';

export interface Glyph {
  readonly code: number;
  readonly name: string;
}

/** Codes that every Latin encoding gives to the same characters; not so ' and `. */
const [FIRST_PLAIN, LAST_PLAIN] = [0x20, 0x7e];
const UNPLAIN = new Set([0x27, 0x60]);
/** The marks of buttons (ISO 32000-1, 12.7.4.2.3): a code each, with the name of its glyph. */
const MARKS: Readonly<Record<string, string>> = {
  '4': 'a20',
  l: 'a71',
  '8': 'a22',
  u: 'a76',
  n: 'a73',
  H: 'a35',
};

type Encoder = (text: string) => Glyph[] | undefined;

/** Codes of ZapfDingbats for the marks of buttons. */
export const markGlyphs: Encoder = (text) =>
  allOf([...text].map((mark) => MARKS[mark] && { code: mark.charCodeAt(0), name: MARKS[mark] }));

/** Codes of a simple font for Latin text, where its encoding says them; undefined where it does not. */
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
  /** Not only what every encoding has in common. */
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

/** Its own encoding is then written in the font program, which is not read here. */
function isEmbedded(font: PDFDict): boolean {
  const descriptor = font.lookup(name('FontDescriptor'));
  const programs = ['FontFile', 'FontFile2', 'FontFile3'].map(name);
  return descriptor instanceof PDFDict && programs.some((program) => descriptor.has(program));
}

/** A number says from which code on the names that follow it hold (ISO 32000-1, 9.6.6.1). */
function differencesOf(encoding: PDFDict): Map<number, string> {
  const differences = new Map<number, string>();
  const listed = encoding.lookup(name('Differences'));
  let code = 0;
  for (const item of listed instanceof PDFArray ? listed.asArray() : []) {
    if (item instanceof PDFNumber) code = item.asNumber();
    else if (item instanceof PDFName) differences.set(code++, item.decodeText());
  }
  return differences;
}

function allOf(glyphs: readonly (Glyph | undefined | '')[]): Glyph[] | undefined {
  const known = glyphs.filter((glyph) => glyph !== undefined && glyph !== '');
  return known.length === glyphs.length ? known : undefined;
}
