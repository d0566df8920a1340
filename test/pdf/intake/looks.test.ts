import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  isSameWithin,
  type PageImage,
  pageDifference,
} from '../../../scripts/corpus/page-image.ts';
import { openWithPdfjs, renderWithPdfjs } from '../../../scripts/corpus/render-pdfjs.ts';
import { checkDocument, prepareDocument } from '../../../shared/pdf/intake/intake.ts';
import { A4_PAGE, type PdfSource, stream, writePdf } from '../../fixtures/write-pdf.ts';
import { CLIENT_SIGNATURE, layoutWith } from '../layout.ts';

async function imagesOf(bytes: Uint8Array, count: number): Promise<PageImage[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sigillo-looks-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, bytes);
    const document = await openWithPdfjs(file);
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    const images = await Promise.all(numbers.map((number) => renderWithPdfjs(document, number)));
    await document.loadingTask.destroy();
    return images;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Differences of each page after intake, above its foot. */
async function differencesOf(before: Uint8Array): Promise<(string | undefined)[]> {
  const { pages } = await checkDocument(before);
  const fields = [{ ...CLIENT_SIGNATURE, x: 0, y: 0, width: 4, height: 4 }];
  const layout = layoutWith([], { parties: [{ id: 'client' }], fields });
  const { bytes } = await prepareDocument(before, layout);
  const [olds, news] = [await imagesOf(before, pages.length), await imagesOf(bytes, pages.length)];
  return pages.map((size, index) => pageDifference(olds[index]!, news[index]!, size));
}

/** Asymmetrical, so that rotation, shift, cropping or scaling shows. */
const DRAWING =
  '1 0 0 rg 120 320 60 200 re f 0 0 1 rg 180 320 90 30 re f BT /F1 30 Tf 140 600 Td (Contract) Tj ET';

/** Content on a layer, with a field on the same layer. */
const layered = (state: string): PdfSource => ({
  catalog: `/OCProperties << /OCGs [100 0 R] /D << ${state} >> >> /AcroForm << /Fields [101 0 R] >>`,
  objects: {
    4: stream('', `${DRAWING} /OC /L BDC 0 1 0 rg 300 300 100 100 re f EMC`),
    10: `<< /Type /Page /Parent 2 0 R ${A4_PAGE} /Contents 4 0 R /Annots [101 0 R] /Resources << /Font << /F1 3 0 R >> /Properties << /L 100 0 R >> >> >>`,
    100: '<< /Type /OCG /Name (Layer) >>',
    101: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (x) /OC 100 0 R /Rect [300 500 400 540] /AP << /N 102 0 R >> >>',
    102: stream('/Subtype /Form /BBox [0 0 100 40]', '0 1 1 rg 0 0 100 40 re f'),
  },
});

test.each<[string, PdfSource]>([
  ['turned pages', { pages: [90, 180, 270, -90].map((turn) => `${A4_PAGE} /Rotate ${turn}`) }],
  ['a cropped page', { pages: [`${A4_PAGE} /CropBox [100 300 400 700]`] }],
  [
    'a cropped page that is turned',
    { pages: [`${A4_PAGE} /CropBox [100 300 400 700] /Rotate 90`] },
  ],
  ['a page whose corner is not the origin', { pages: ['/MediaBox [-90 200 400 900]'] }],
  [
    'pages of several sizes',
    { pages: [A4_PAGE, '/MediaBox [0 0 842 1191]', '/MediaBox [0 0 300 700]'] },
  ],
  ['a page with units of its own', { pages: [`${A4_PAGE} /UserUnit 3`] }],
  ['a layer that is shown', layered('/ON [100 0 R]')],
  ['a layer that is hidden', layered('/OFF [100 0 R]')],
  ['layers that are hidden unless they are named', layered('/BaseState /OFF /ON []')],
])('%s look the same after intake', async (_, source) => {
  const differences = await differencesOf(writePdf({ content: DRAWING, ...source }));
  expect(differences.filter(Boolean)).toEqual([]);
});

test('a hidden layer is another sight than a shown one, so the comparison would tell', async () => {
  const [shown] = await imagesOf(writePdf(layered('/ON [100 0 R]')), 1);
  const [hidden] = await imagesOf(writePdf(layered('/OFF [100 0 R]')), 1);
  const size = { width: 595, height: 842 };
  expect(pageDifference(shown!, hidden!, size)).toMatch(/of \d+ pixels/);
  const layer = { left: 0.5, right: 0.68, top: 0.35, bottom: 0.65 };
  expect(pageDifference(shown!, hidden!, size, [layer])).toBeUndefined();
  expect(isSameWithin(shown!, hidden!, size, layer)).toBe(false);
  expect(isSameWithin(shown!, hidden!, size, { ...layer, top: 0, bottom: 0.2 })).toBe(true);
});
