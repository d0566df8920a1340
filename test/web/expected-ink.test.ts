import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { expectsInk } from '../../web/ui/document/expected-ink.ts';
import { A4_PAGE, stream, writePdf } from '../fixtures/write-pdf.ts';

const PICTURE = '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8';

/** A picture with one row of eight pixels per letter. */
const mask = (rows: string) =>
  stream(
    `/Type /XObject /Subtype /Image /Width 8 /Height ${rows.length} /ImageMask true /BitsPerComponent 1`,
    rows,
  );

const SHADING =
  '<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 200 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >> >>';

/** Operator list as pdf.js parses it, for a page with picture Im and masks Mk and M1. */
async function operatorsOf(content: string) {
  const images = '/XObject << /Im 100 0 R /Mk 101 0 R /M1 103 0 R >>';
  const resources = `/Resources << /Font << /F1 3 0 R >> ${images} /Shading << /Sh 102 0 R >> >>`;
  const data = writePdf({
    pages: [`${A4_PAGE} ${resources}`],
    content,
    objects: {
      100: stream(`${PICTURE} /ColorSpace /DeviceGray`, '\0'),
      101: mask('UUUUUUUU'),
      102: SHADING,
      103: stream(
        '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ImageMask true /BitsPerComponent 1',
        '\0',
      ),
    },
  });
  const task = getDocument({ data, useSystemFonts: true, verbosity: 0 });
  const pdf = await task.promise;
  const operators = await (await pdf.getPage(1)).getOperatorList();
  await task.destroy();
  return operators;
}

const inkIn = async (content: string, imageHasInk = true) =>
  expectsInk(await operatorsOf(content), { ...OPS }, () => imageHasInk);

describe('a page’s content puts ink on it', () => {
  it.each([
    ['text', 'BT /F1 12 Tf 72 700 Td (Contratto) Tj ET'],
    ['text that is stroked', '1 g BT /F1 12 Tf 1 Tr 72 700 Td (Contratto) Tj ET'],
    ['a grey area', '0.9 g 0 0 200 200 re f'],
    ['a line', '1 g 0 0 m 200 200 l S'],
    ['white once, and black again', 'q 1 g Q 0 0 200 200 re f'],
    ['white inside and a black edge', '1 g 0 0 200 200 re B'],
    ['a black inside and a white edge', '1 G 0 0 200 200 re B'],
    ['both by even and odd', '1 G 0 0 200 200 re B*'],
    ['an area by even and odd', '0 0 200 200 re f*'],
    ['a line that is closed', '1 g 0 0 m 200 0 l 200 200 l s'],
    ['text that is filled, its edge white', '1 G BT /F1 12 Tf 2 Tr 72 700 Td (Contratto) Tj ET'],
    ['text with an edge, filled white', '1 g BT /F1 12 Tf 2 Tr 72 700 Td (Contratto) Tj ET'],
    ['text that clips too', 'BT /F1 12 Tf 4 Tr 72 700 Td (Contratto) Tj ET'],
    ['a picture', 'q 100 0 0 100 0 0 cm /Im Do Q'],
    ['a picture in the page itself', 'q 9 0 0 9 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \0 EI Q'],
    ['a stencil', 'q 100 0 0 100 0 0 cm /Mk Do Q'],
    ['a stencil of one point', 'q 100 0 0 100 0 0 cm /M1 Do Q'],
    ['a shading', '/Sh sh'],
  ])('with %s', async (_, content) => {
    expect(await inkIn(content)).toBe(true);
  });
});

describe('a page’s content leaves it white', () => {
  it.each([
    ['nothing', ''],
    ['a white area', '1 g 0 0 595 842 re f'],
    ['white by three colours', '1 1 1 rg 0 0 595 842 re f'],
    ['a white line', '1 G 0 0 m 200 200 l S'],
    ['white text', '1 g BT /F1 12 Tf 72 700 Td (Contratto) Tj ET'],
    ['text that is only to be searched', 'BT /F1 12 Tf 3 Tr 72 700 Td (Contratto) Tj ET'],
    ['blanks', 'BT /F1 12 Tf 72 700 Td (   ) Tj ET'],
    ['a clip alone', '0 0 200 200 re W n'],
    ['white, after black was put back', '1 g q 0 g Q 0 0 200 200 re f'],
    ['a white stencil', '1 g q 100 0 0 100 0 0 cm /Mk Do Q'],
    ['a white stencil of one point', '1 g q 100 0 0 100 0 0 cm /M1 Do Q'],
    ['text that only clips', 'BT /F1 12 Tf 7 Tr 72 700 Td (Contratto) Tj ET'],
    ['an area without a point', 'f'],
  ])('with %s', async (_, content) => {
    expect(await inkIn(content)).toBe(false);
  });

  it('with a picture that is white itself', async () => {
    expect(await inkIn('q 100 0 0 100 0 0 cm /Im Do Q', false)).toBe(false);
  });
});
