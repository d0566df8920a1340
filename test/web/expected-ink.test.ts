import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { expectsInk } from '../../web/ui/document/expected-ink.ts';
import { A4_PAGE, stream, writePdf } from '../fixtures/write-pdf.ts';

const PICTURE = '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8';

/** As pdf.js reads a page with these operators, on which a picture can be drawn by the name Im. */
async function operatorsOf(content: string) {
  const resources = '/Resources << /Font << /F1 3 0 R >> /XObject << /Im 100 0 R >> >>';
  const data = writePdf({
    pages: [`${A4_PAGE} ${resources}`],
    content,
    objects: { 100: stream(`${PICTURE} /ColorSpace /DeviceGray`, '\0') },
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
    ['a picture', 'q 100 0 0 100 0 0 cm /Im Do Q'],
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
  ])('with %s', async (_, content) => {
    expect(await inkIn(content)).toBe(false);
  });

  it('with a picture that is white itself', async () => {
    expect(await inkIn('q 100 0 0 100 0 0 cm /Im Do Q', false)).toBe(false);
  });
});
