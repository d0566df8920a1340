import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWithPdfjs } from '../../scripts/corpus/render-pdfjs.ts';
import { ViewerFields } from '../../scripts/corpus/viewer-fields.ts';
import { A4_PAGE, stream, writePdf } from '../fixtures/write-pdf.ts';

/** Fields left out of the comparison, for a form with this field. */
async function leftOpen(entries: string, form = '') {
  const bytes = writePdf({
    catalog: `/AcroForm << /Fields [100 0 R] ${form} >>`,
    pages: [`${A4_PAGE} /Annots [100 0 R]`],
    objects: {
      100: `<< /Type /Annot /Subtype /Widget /T (a) /Rect [59.5 421 119 463.1] ${entries} >>`,
      101: stream('/Subtype /Form /BBox [0 0 60 42]', ''),
      102: '<< /Yes 101 0 R >>',
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'sigillo-fields-'));
  const file = join(folder, 'form.pdf');
  writeFileSync(file, bytes);
  const shown = await openWithPdfjs(file);
  const fields = await (await ViewerFields.of(bytes, shown)).on(1);
  await shown.loadingTask.destroy();
  rmSync(folder, { recursive: true });
  return fields;
}

test.each([
  ['a field without a picture', '/FT /Tx /V (x)', ''],
  [
    'a field of a form that asks for other pictures',
    '/FT /Tx /V (x) /AP << /N 101 0 R >>',
    '/NeedAppearances true',
  ],
  ['a state without a picture', '/FT /Btn /AS /Off /AP << /N << /Yes 101 0 R >> >>', ''],
  ['states in an object of their own', '/FT /Btn /AS /Yes /AP << /N 102 0 R >>', ''],
])('%s is one that viewers draw each in their own way', async (_, entries, form) => {
  const [field] = await leftOpen(entries, form);
  expect(field?.place.left).toBeCloseTo(0.1);
  expect(field?.place.right).toBeCloseTo(0.2);
  expect(field?.place.top).toBeCloseTo(0.45);
  expect(field?.place.bottom).toBeCloseTo(0.5);
});

test.each([
  ['a field with its picture', '/FT /Tx /V (x) /AP << /N 101 0 R >>'],
  ['a button with the picture of its state', '/FT /Btn /AS /Yes /AP << /N << /Yes 101 0 R >> >>'],
])('%s must look the same in both', async (_, entries) => {
  expect(await leftOpen(entries)).toEqual([]);
});
