import { StandardFontEmbedder, StandardFonts } from 'pdf-lib';

/** Beyond those of WinAnsi: ligatures and the letters that TeX's fonts take apart. */
const FURTHER: Readonly<Record<string, string>> = {
  fi: 'fi',
  fl: 'fl',
  ff: 'ff',
  ffi: 'ffi',
  ffl: 'ffl',
  dotlessi: 'ı',
  nbspace: ' ',
  hyphenminus: '-',
  sfthyphen: '-',
  box: '☐',
  H22911: '☐',
};

/** ZapfDingbats' empty boxes. */
const DINGBATS: Readonly<Record<string, string>> = { a73: '■', a74: '❏', a75: '❑', a76: '▲' };

const BY_NAME: ReadonlyMap<string, string> = new Map([
  ...latinNames(),
  ...Object.entries(FURTHER),
  ...Object.entries(DINGBATS),
]);

/** The text of a glyph's name (Adobe Glyph List, as far as European text needs it); '' if not known. */
export function textOfGlyph(name: string): string {
  const known = BY_NAME.get(name);
  if (known !== undefined) return known;
  const point = /^(?:uni|u)([\dA-Fa-f]{4,6})$/.exec(name)?.[1];
  const number = point ? Number.parseInt(point, 16) : 0;
  return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : '';
}

function latinNames(): [string, string][] {
  const { encoding } = StandardFontEmbedder.for(StandardFonts.Helvetica as never);
  return encoding.supportedCodePoints.map((point) => [
    encoding.encodeUnicodeCodePoint(point).name,
    String.fromCodePoint(point),
  ]);
}

const WIN_ANSI = new TextDecoder('windows-1252');
const MAC_ROMAN = new TextDecoder('macintosh');

/** A byte in a base encoding (ISO 32000-1, annex D); other encodings share ASCII. */
export function textOfByte(byte: number, encoding: string | undefined): string {
  if (encoding === 'MacRomanEncoding') return MAC_ROMAN.decode(Uint8Array.of(byte));
  if (encoding !== 'WinAnsiEncoding' && byte === 0x27) return '’';
  if (encoding !== 'WinAnsiEncoding' && byte === 0x60) return '‘';
  return WIN_ANSI.decode(Uint8Array.of(byte));
}
