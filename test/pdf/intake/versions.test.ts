import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { checkDocument, prepareDocument } from '../../../shared/pdf/intake/intake.ts';
import { A4_PAGE, type PdfSource, stream, writePdf } from '../../fixtures/write-pdf.ts';
import { layoutWith } from '../layout.ts';
import { readPages } from '../read-pdf.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const shows = (text: string) => `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`;
const startOf = (file: Uint8Array) => /startxref\n(\d+)/.exec(Buffer.from(file).toString('latin1'));
async function textOf(file: Uint8Array): Promise<string> {
  const [page] = await readPages((await prepareDocument(file, layoutWith())).bytes);
  return page?.text ?? '';
}

/** A document with its content repeated after its end, followed by this text. */
function withLaterContent(ending = ''): Uint8Array {
  const later = Buffer.concat([
    latin1('4 0 obj\n'),
    stream('', shows('later')),
    latin1('\nendobj\n'),
  ]);
  return Buffer.concat([writePdf({ content: shows('first') }), later, latin1(ending)]);
}

/** An incremental update with a cross-reference table only. */
function updated(file: Uint8Array, rows: string): Uint8Array {
  const start = file.length;
  const trailer = `<< /Size 200 /Root 1 0 R /Prev ${startOf(file)?.[1]} >>`;
  const update = `xref\n${rows}\ntrailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([file, latin1(update)]);
}
const row = (offset: number, generation = 0, kind = 'n') =>
  `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} ${kind} `;

test('what the cross-reference does not lead to is not shown, though it stands last in the file', async () => {
  expect(await textOf(withLaterContent())).toContain('first');
});

test('comments between objects do not matter, whatever words they have', async () => {
  const commented = Buffer.concat([
    writePdf({ content: shows('first') }),
    latin1('% these objects come later\n4 0 obj\n'),
    stream('', shows('second')),
    latin1('\nendobj\n% as does this object\n4 0 obj\n'),
    stream('', shows('later')),
    latin1('\nendobj\n'),
  ]);
  const offset = commented.indexOf('4 0 obj', commented.indexOf('% these'));
  expect(await textOf(updated(commented, `4 1\n${row(offset)}`))).toContain('second');
});

test('an update of the cross-reference shows it', async () => {
  const file = withLaterContent();
  const offset = Buffer.from(file).lastIndexOf('4 0 obj');
  expect(await textOf(updated(file, `4 1\n${row(offset)}`))).toContain('later');
});

test('where the cross-reference leads nowhere, nothing says which of two counts', async () => {
  const refused = { code: 'pdf_damaged', detail: { reason: 'an object stands twice' } };
  const without = checkDocument(withLaterContent('startxref\n7\n%%EOF\n'));
  await expect(without).rejects.toMatchObject(refused);
  const file = withLaterContent();
  const astray = checkDocument(updated(file, `4 1\n${row(20)}`));
  await expect(astray).rejects.toMatchObject(refused);
});

test('where it leads nowhere, one version of everything is enough', async () => {
  const whole = Buffer.from(writePdf({ content: shows('only') })).toString('latin1');
  const without = latin1(whole.replace(/startxref\n\d+/, 'startxref\n7'));
  expect(await textOf(without)).toContain('only');
});

test('an offset into the middle of an object leads nowhere', async () => {
  const hidden = `4 0 obj << /Length 0 >> stream\nendstream endobj`;
  const file = writePdf({ content: `% ${hidden}\n${shows('first')}` });
  const offset = Buffer.from(file).indexOf(hidden);
  expect(await textOf(updated(file, `4 1\n${row(offset)}`))).toContain('first');
});

test('an annotation that an update has freed does not come back', async () => {
  const source: PdfSource = {
    pages: [`${A4_PAGE} /Annots [100 0 R]`],
    objects: { 100: '<< /Type /Annot /Subtype /Square /Rect [9 9 90 90] >>' },
  };
  async function subtypes(file: Uint8Array) {
    const [page] = await readPages((await prepareDocument(file, layoutWith())).bytes);
    return page?.annotations.map(({ subtype }) => subtype);
  }
  expect(await subtypes(writePdf(source))).toContain('Square');
  expect(await subtypes(updated(writePdf(source), `100 1\n${row(0, 1, 'f')}`))).not.toContain(
    'Square',
  );
});

/** Rows of four bytes with PNG predictors Up or Sub. */
const predicted = (rows: readonly (readonly number[])[]): Buffer =>
  Buffer.from(
    rows.flatMap((bytes, index) => {
      const up = index % 2 === 0;
      const before = rows[index - 1] ?? [];
      return [
        up ? 2 : 1,
        ...bytes.map((byte, at) => byte - ((up ? before[at] : bytes[at - 1]) ?? 0)),
      ];
    }),
  );

/** Content of two versions, and a cross-reference stream that points to the first. */
function withTableStream(): Uint8Array {
  const parts: Buffer[] = [latin1('%PDF-1.7\n')];
  function add(number: number, syntax: string | Buffer): number {
    const offset = Buffer.concat(parts).length;
    parts.push(
      latin1(`${number} 0 obj\n`),
      Buffer.from(syntax as string, 'latin1'),
      latin1('\nendobj\n'),
    );
    return offset;
  }
  const offsets = [
    add(1, '<< /Type /Catalog /Pages 2 0 R >>'),
    add(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    add(
      3,
      `<< /Type /Page /Parent 2 0 R ${A4_PAGE} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    ),
    add(4, stream('', shows('first'))),
    add(5, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
  ];
  add(4, stream('', shows('later')));
  const start = Buffer.concat(parts).length;
  const rows = [[0, 0, 0, 0], ...[...offsets, start].map((at) => [1, at >> 8, at & 255, 0])];
  const entries =
    '/Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 4 >>';
  add(6, stream(entries, deflateSync(predicted(rows))));
  return Buffer.concat([...parts, latin1(`startxref\n${start}\n%%EOF\n`)]);
}

test('a cross-reference in a stream is read with its predictor', async () => {
  expect(await textOf(withTableStream())).toContain('first');
});

test('what a table calls free is found in the stream beside it', async () => {
  const file = withTableStream();
  const table = startOf(file)?.[1];
  const free = Array.from({ length: 7 }, () => row(0, 65_535, 'f')).join('\n');
  const trailer = `<< /Size 7 /Root 1 0 R /XRefStm ${table} >>`;
  const hybrid = `xref\n0 7\n${free}\ntrailer\n${trailer}\nstartxref\n${file.length}\n%%EOF\n`;
  expect(await textOf(Buffer.concat([file, latin1(hybrid)]))).toContain('first');
});
