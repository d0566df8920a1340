import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { expect, test } from 'vitest';
import { checkDocument, prepareDocument } from '../../../shared/pdf/intake/intake.ts';
import { stream, writePdf } from '../../fixtures/write-pdf.ts';
import { layoutWith } from '../layout.ts';
import { streamsOf } from '../read-pdf.ts';

/** A field with this value and stored appearance, in a form with `NeedAppearances`. */
async function formShowing(value: string, shown: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  const field = document.getForm().createTextField('name');
  field.addToPage(page, { x: 50, y: 700, width: 200, height: 20 });
  field.acroField.dict.set(PDFName.of('V'), PDFString.of(value));
  const { context } = document;
  const appearance = context.stream(`/Tx BMC q BT /Helv 12 Tf ${shown} ET Q EMC`, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 200, 20],
  });
  const widget = field.acroField.getWidgets()[0]!;
  widget.dict.set(PDFName.of('AP'), context.obj({ N: context.register(appearance) }));
  document.getForm().acroForm.dict.set(PDFName.of('NeedAppearances'), context.obj(true));
  return document.save({ updateFieldAppearances: false });
}

test('a field whose stored appearance shows its value keeps it, even if the form asks to redraw', async () => {
  const original = await formShowing('Hello World', '(Hello ) Tj 30 0 Td (World) Tj');
  const { bytes } = await prepareDocument(original, layoutWith());
  expect(await streamsOf(bytes)).toContain('(Hello ) Tj 30 0 Td (World) Tj');
});

test('a field whose stored appearance shows another value is drawn anew', async () => {
  const { bytes } = await prepareDocument(await formShowing('New', '(Old) Tj'), layoutWith());
  expect(await streamsOf(bytes)).not.toContain('(Old) Tj');
});

/** A page whose content is, by the cross-reference stream, in an object stream that lacks it. */
function misplacedContent(): Uint8Array {
  const objects = [
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>\nendobj\n',
    '4 0 obj\n<< /Length 18 >>\nstream\n0 0 500 500 re f %\nendstream\nendobj\n',
    '5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length 9 >>\nstream\n7 0 << >>\nendstream\nendobj\n',
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object) => {
    const offset = text.length;
    text += object;
    return offset;
  });
  const [first, second, third, , stream] = offsets;
  const entry = (type: number, value: number, index = 0) =>
    Buffer.from([type, value >> 8, value & 0xff, index]).toString('latin1');
  const start = text.length;
  const table = [
    entry(0, 0),
    ...[first!, second!, third!].map((offset) => entry(1, offset)),
    entry(2, 5),
    entry(1, stream!),
    entry(1, start),
    entry(2, 5),
  ].join('');
  const dictionary = `<< /Type /XRef /Size 8 /W [1 2 1] /Root 1 0 R /Length ${table.length} >>`;
  text += `6 0 obj\n${dictionary}\nstream\n${table}\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

test('content that no viewer can find through the cross-reference does not appear by being signed', async () => {
  const { bytes } = await prepareDocument(misplacedContent(), layoutWith());
  expect(await streamsOf(bytes)).not.toContain('0 0 500 500 re f');
  expect((await PDFDocument.load(bytes)).getPageCount()).toBe(2);
});

test('a stream whose length stands behind it keeps what looks like its end', async () => {
  const content = '(endstream) pop 0 0 500 500 re f';
  const objects = {
    4: `<< /Length 105 0 R >>\nstream\n${content}\nendstream`,
    105: String(content.length),
  };
  const { bytes } = await prepareDocument(writePdf({ objects }), layoutWith());
  expect(await streamsOf(bytes)).toContain(content);
});

test('lengths that all stand at the end of a large file cost one search, not one for each stream', async () => {
  const objects: Record<number, string | Buffer> = {};
  for (let index = 0; index < 300; index += 1) {
    objects[1_000 + index] =
      `<< /Length ${2_000 + index} 0 R >>\nstream\n${'%'.repeat(3_000)}\nendstream`;
    objects[2_000 + index] = '3000';
  }
  await expect(checkDocument(writePdf({ objects }))).resolves.toMatchObject({ removed: [] });
});

/** A field without an appearance, in a form whose resources have a font for it. */
const withoutAppearance = (entries: string) =>
  writePdf({
    catalog: '/AcroForm << /Fields [100 0 R] /DR << /Font << /Helv 101 0 R >> >> >>',
    pages: ['/MediaBox [0 0 595 842] /Annots [100 0 R]'],
    objects: {
      100: `<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [72 600 272 620] ${entries} >>`,
      101: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    },
  });

test('a value without an appearance is written as its form says: font, size, colour, frame', async () => {
  const look = '/DA (/Helv 12 Tf 1 0 0 rg) /MK << /BC [0 0 1] /BG [0.5] >> /BS << /W 2 >>';
  const original = withoutAppearance(`/V (Rossi \\(Roma\\)) ${look}`);
  const text = await streamsOf((await prepareDocument(original, layoutWith())).bytes);
  expect(text).toContain('1 0 0 rg /F 12 Tf\nBT 4 5.2 Td <526f7373692028526f6d6129> Tj ET');
  expect(text).toContain('0.5 0.5 0.5 rg 0 0 200 20 re f');
  expect(text).toContain('0 0 1 RG 2 w 1 1 198 18 re S');
});

test('an empty field keeps the frame that viewers draw for it', async () => {
  const original = withoutAppearance('/MK << /BC [1 0 0] >>');
  const text = await streamsOf((await prepareDocument(original, layoutWith())).bytes);
  expect(text).toContain('1 0 0 RG 1 w 0.5 0.5 199 19 re S');
});

/** LZW with nine-bit codes only; the table is cleared before it needs ten bits (7.4.4.2). */
function lzw(text: string): Buffer {
  const codes = [...Buffer.from(text)].flatMap((byte, at) =>
    at % 200 === 0 ? [256, byte] : [byte],
  );
  const bits = [...codes, 257].map((code) => code.toString(2).padStart(9, '0')).join('');
  return Buffer.from((bits.match(/.{1,8}/g) ?? []).map((byte) => parseInt(byte.padEnd(8, '0'), 2)));
}

test('content of any size in LZW, as old documents have it, is read to its end', async () => {
  const content = `${'% as old as LZW\n'.repeat(5_000)} q 0.1 0 0 0.1 300 300 cm`;
  const objects = { 4: stream('/Filter /LZWDecode', lzw(content)) };
  const { bytes } = await prepareDocument(writePdf({ objects }), layoutWith());
  expect(await streamsOf(bytes)).toMatch(/\nQ Q\n/);
});
