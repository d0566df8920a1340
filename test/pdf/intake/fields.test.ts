import { expect, test } from 'vitest';
import { checkDocument, prepareDocument } from '../../../shared/pdf/intake/intake.ts';
import { type PdfSource, stream, writePdf } from '../../fixtures/write-pdf.ts';
import { layoutWith } from '../layout.ts';
import { readPages, streamsOf } from '../read-pdf.ts';

const FONTS = {
  Helv: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ZaDb: '<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>',
  /** As LaTeX writes it: an encoding with a name for every code, some at unusual codes. */
  Tex: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [39 /quotesingle 96 /grave 160 /Euro 228 /adieresis] >> >>',
  /** A subset font whose encoding is only in the font program. */
  Own: '<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Any /FontDescriptor << /FontFile 3 0 R >> >>',
};
const resources = Object.entries(FONTS).map(([key, font]) => `/${key} ${font}`);

/** One field of 200 by 20 points, in a form with these fonts. */
const withField = (entries: string, form = '', objects: PdfSource['objects'] = {}) =>
  writePdf({
    catalog: `/AcroForm << /Fields [100 0 R] /DR << /Font << ${resources.join(' ')} >> >> ${form} >>`,
    pages: ['/MediaBox [0 0 595 842] /Annots [100 0 R]'],
    objects: {
      100: `<< /Type /Annot /Subtype /Widget /T (a) /Rect [72 600 272 620] ${entries} >>`,
      101: stream('/Subtype /Form /BBox [0 0 200 20]', '% stored'),
      ...objects,
    },
  });
const drawn = async (...field: Parameters<typeof withField>): Promise<string> =>
  streamsOf((await prepareDocument(withField(...field), layoutWith())).bytes);

const HELVETICA = '/DA (/Helv 12 Tf 0 g)';
const FIT = '/DA (/Helv 0 Tf 0 g)';
const shown = (text: string) => `<${Buffer.from(text, 'latin1').toString('hex')}>`;

test.each([
  ['on the left', '', 'BT 2 5.2 Td'],
  ['in the middle', '/Q 1', 'BT 85 5.2 Td'],
  ['on the right', '/Q 2', 'BT 168 5.2 Td'],
])('a line stands %s, as its field says', async (_, align, start) => {
  const text = await drawn(`/FT /Tx /V (Rossi) ${HELVETICA} ${align}`);
  expect(text).toContain(`${start} ${shown('Rossi')} Tj ET`);
});

test('a line without a size is as large as its field allows, in whole points', async () => {
  expect(await drawn(`/FT /Tx /V (Rossi) ${FIT}`)).toContain('/F 20 Tf');
  expect(await drawn(`/FT /Tx /V (${'Officine '.repeat(6)}) ${FIT}`)).toContain('/F 8 Tf');
});

test('several lines are broken at the width of the field, from its top', async () => {
  const text = await drawn(
    `/FT /Tx /Ff 4096 /V (Officine Meridiane\rsocieta cooperativa a responsabilita limitata) ${HELVETICA}`,
  );
  expect(text).toContain(`BT 2 5 Td ${shown('Officine Meridiane')} Tj ET`);
  expect(text).toContain(`BT 2 -7 Td ${shown('societa cooperativa a responsabilita')} Tj ET`);
});

test('a comb gives each character a cell of its own', async () => {
  const text = await drawn(`/FT /Tx /Ff 16777216 /MaxLen 4 /V (AI) ${HELVETICA}`);
  expect(text).toContain(`BT 20.998 5.2 Td ${shown('A')} Tj ET`);
  expect(text).toContain(`BT 73.332 5.2 Td ${shown('I')} Tj ET`);
});

test('a turned field is turned', async () => {
  const source = withField(`/FT /Tx /V (Rossi) ${HELVETICA} /MK << /R 90 >>`);
  const { bytes } = await prepareDocument(source, layoutWith());
  expect(Buffer.from(bytes).toString('latin1')).toMatch(
    /\/BBox \[ 0 0 20 200 \] \/Matrix \[ 0 1 -1 0 0 0 \]/,
  );
});

test('codes are those of the font’s own encoding', async () => {
  const text = await drawn("/FT /Tx /V (\\344 \\240 ') /DA (/Tex 12 Tf 0 g)");
  expect(text).toContain('<e420a02027>');
});

test.each([
  ['a font whose codes only its program knows', '/DA (/Own 12 Tf 0 g)', 'Rossi'],
  ['a script that the field’s font lacks', HELVETICA, 'Росси'],
])('%s is set in ours', async (_, look, value) => {
  const hex = Buffer.from(`\ufeff${value}`, 'utf16le').swap16().toString('hex');
  const source = withField(`/FT /Tx /V <${hex}> ${look} /Q 2`);
  const [page] = await readPages((await prepareDocument(source, layoutWith())).bytes);
  expect(page?.text).toContain(value);
});

test('a value that is too long is cut at its field, as viewers cut it', async () => {
  const source = withField(`/FT /Tx /V (${'Officine Meridiane '.repeat(30)}) /DA (/Own 12 Tf 0 g)`);
  const [page] = await readPages((await prepareDocument(source, layoutWith())).bytes);
  expect(page?.text).toContain('Officine Meridiane');
});

test('a value that neither font can write refuses the document', async () => {
  const source = withField(`/FT /Tx /V <feff6771> ${HELVETICA}`);
  await expect(checkDocument(source)).rejects.toMatchObject({
    code: 'pdf_form_text',
    detail: { character: '東' },
  });
});

test('a choice shows what its options say for its value', async () => {
  const text = await drawn(`/FT /Ch /Ff 131072 /V (it) /Opt [[(it) (Italia)]] ${HELVETICA}`);
  expect(text).toContain(shown('Italia'));
});

test('a button that is on shows the mark that it names, one that is off none', async () => {
  const look = '/FT /Btn /DA (/ZaDb 10 Tf 0 g) /MK << /CA (8) /BC [1 0 0] >>';
  expect(await drawn(`${look} /AS /Yes`)).toContain(`${shown('8')} Tj ET`);
  const off = await drawn(`${look} /AS /Off`);
  expect(off).not.toContain(`${shown('8')} Tj ET`);
  expect(off).toContain('1 0 0 RG 1 w 0.5 0.5 199 19 re S');
});

test('a radio button that is on shows a dot, whatever fonts there are', async () => {
  const text = await drawn('/FT /Btn /Ff 32768 /AS /Yes');
  expect(text).toContain('0 0 0 rg 5 0 0 5 100 10 cm  1 0 m');
  expect(await drawn('/FT /Btn /Ff 32768 /AS /Off')).not.toContain('5 0 0 5 100 10 cm');
});

test('a push button without a picture shows its caption', async () => {
  const text = await drawn(`/FT /Btn /Ff 65536 /MK << /CA (Send) >> ${HELVETICA}`);
  expect(text).toContain(shown('Send'));
});

test('an underlined field keeps its line', async () => {
  const text = await drawn('/FT /Tx /MK << /BC [1 0 0] >> /BS << /S /U /W 2 >>');
  expect(text).toContain('0 1 m 200 1 l S');
});

const asking = '/NeedAppearances true';

test('the picture of a push button stays, even if the form asks to redraw', async () => {
  const source = withField('/FT /Btn /Ff 65536 /MK << /BC [1 0 0] >> /AP << /N 101 0 R >>', asking);
  const text = await streamsOf((await prepareDocument(source, layoutWith())).bytes);
  expect(text).toContain('% stored');
  expect(text).not.toContain('1 0 0 RG');
});

test('a state without a picture shows nothing, as in viewers', async () => {
  const entries = '/FT /Btn /AS /Off /MK << /BC [1 0 0] >> /AP << /N << /Yes 101 0 R >> >>';
  expect(await drawn(entries)).not.toMatch(/1 0 0 RG|% stored/);
  expect(await drawn(entries, asking)).toContain('1 0 0 RG');
});

test('a field whose picture is an image makes a damaged document', async () => {
  const image = stream('/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8', 'a');
  const source = withField('/FT /Tx /AP << /N 101 0 R >>', '', { 101: image });
  await expect(checkDocument(source)).rejects.toMatchObject({ code: 'pdf_damaged' });
});

test('a field whose picture has no box makes a damaged document, unless nothing is in it', async () => {
  const entries = '/FT /Tx /AP << /N 101 0 R >>';
  for (const box of ['', '/BBox [0 0 200]', '/BBox 4 0 R']) {
    const [painted, empty] = ['0 0 9 9 re f', ''].map((content) =>
      withField(entries, '', { 101: stream(`/Subtype /Form ${box}`, content) }),
    );
    await expect(checkDocument(painted!)).rejects.toMatchObject({ code: 'pdf_damaged' });
    await expect(checkDocument(empty!)).resolves.toMatchObject({ removed: ['form_fields'] });
  }
});

test('a field whose picture is missing makes a damaged document', async () => {
  const source = withField('/FT /Tx /V (Rossi) /AP << /N 999 0 R >>');
  await expect(checkDocument(source)).rejects.toMatchObject({ code: 'pdf_damaged' });
});
