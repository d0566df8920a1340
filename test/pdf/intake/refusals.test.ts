import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkDocument, prepareDocument } from '../../../shared/pdf/intake/intake.ts';
import { A4_PAGE, type PdfSource, stream, writePdf } from '../../fixtures/write-pdf.ts';
import { type Assembly, assemble } from '../fuzz/assemble.ts';
import { baseObjects } from '../fuzz/base-objects.ts';
import { CLIENT_SIGNATURE, DIRECTOR_SIGNATURE, layoutWith, place } from '../layout.ts';

const refusal = (code: string) => expect.objectContaining({ name: 'PdfRefusal', code });

const SOUND: Assembly = {
  form: 'stream',
  shift: 0,
  startxref: 'right',
  trailer: '',
  before: '',
  cut: 0,
  update: {},
};

const refused: [string, string, PdfSource][] = [
  [
    'an encrypted document',
    'pdf_encrypted',
    { trailer: '/Encrypt 100 0 R', objects: { 100: '<< /Filter /Standard /V 2 /R 3 >>' } },
  ],
  [
    'a document that is already signed',
    'pdf_signed',
    {
      catalog: '/AcroForm << /Fields [100 0 R] >>',
      objects: {
        100: '<< /FT /Sig /T (a) /V 101 0 R >>',
        101: '<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00> >>',
      },
    },
  ],
  [
    'a document with usage rights, which are a signature',
    'pdf_signed',
    {
      catalog: '/Perms << /UR3 100 0 R >>',
      objects: { 100: '<< /Type /Sig /Contents <00> >>' },
    },
  ],
  [
    'an XFA form',
    'pdf_xfa',
    { catalog: '/AcroForm << /Fields [] /XFA 100 0 R >>', objects: { 100: stream('', '<xdp/>') } },
  ],
  [
    'embedded files',
    'pdf_embedded_files',
    {
      catalog: '/Names << /EmbeddedFiles << /Names [(a) 100 0 R] >> >>',
      objects: {
        100: '<< /Type /Filespec /F (a.txt) /EF << /F 101 0 R >> >>',
        101: stream('/Type /EmbeddedFile', 'a'),
      },
    },
  ],
  ['a portfolio', 'pdf_embedded_files', { catalog: '/Collection << /View /T >>' }],
  [
    'rich media',
    'pdf_embedded_files',
    {
      pages: [`${A4_PAGE} /Annots [100 0 R]`],
      objects: { 100: '<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>' },
    },
  ],
  ['a document without pages', 'pdf_damaged', { pages: [] }],
  [
    'a page that inherits from another node than the one that lists it',
    'pdf_damaged',
    {
      pages: [`${A4_PAGE} /Parent 100 0 R`],
      objects: { 100: '<< /Type /Pages /Kids [] /Count 0 /Rotate 90 >>' },
    },
  ],
  ...[
    ['resources', '/Resources /None', '/Resources << >>'],
    ['a turn', '/Rotate /None', '/Rotate 90'],
    ['a box', '/MediaBox [0 0 9]', A4_PAGE],
  ].map<[string, string, PdfSource]>(([what, own, inherited]) => [
    `${what} of a wrong kind, which some viewers pass over for what is inherited`,
    'pdf_damaged',
    {
      objects: {
        2: `<< /Type /Pages /Count 1 /Kids [100 0 R] ${inherited} >>`,
        10: '<< /Type /Page /Parent 100 0 R /Contents 4 0 R >>',
        100: `<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [10 0 R] ${own} >>`,
      },
    },
  ]),
  [
    'a trailer whose /Root is no catalog, though there is one elsewhere',
    'pdf_damaged',
    {
      objects: { 1: stream('', 'q Q'), 100: '<< /Type /Catalog /Pages 2 0 R >>' },
    },
  ],
  [
    'more pages than the tree counts, which viewers do not show',
    'pdf_damaged',
    { objects: { 2: '<< /Type /Pages /Count 1 /Kids [10 0 R 10 0 R] >>' } },
  ],
  [
    'a stream of no length, whose end some viewers look for',
    'pdf_damaged',
    { objects: { 4: '<< /Length 0 >>\nstream\n0 0 9 9 re f\nendstream' } },
  ],
  [
    'a tree that contains itself where other pages were',
    'pdf_damaged',
    { objects: { 2: '<< /Type /Pages /Count 2 /Kids [10 0 R 2 0 R] >>' } },
  ],
  [
    'a node whose pages are no list',
    'pdf_damaged',
    {
      objects: {
        2: '<< /Type /Pages /Count 1 /Kids [10 0 R 100 0 R] >>',
        100: '<< /Kids 4 0 R >>',
      },
    },
  ],
  [
    'a page of which a part is missing',
    'pdf_damaged',
    { pages: [`${A4_PAGE} /Contents [4 0 R 999 0 R]`] },
  ],
  [
    'a page that goes on after it restored what it never saved, where some viewers end',
    'pdf_damaged',
    { content: 'q Q Q 0 0 9 9 re f' },
  ],
  ['a page that is wider than any sheet', 'pdf_unsafe', { pages: ['/MediaBox [0 0 99999 842]'] }],
  ['a page too small to be seen', 'pdf_unsafe', { pages: ['/MediaBox [0 0 1 1]'] }],
  [
    'a unit that makes a page larger than a city',
    'pdf_unsafe',
    { pages: [`${A4_PAGE} /UserUnit 5000`] },
  ],
  ['more than 2,000 pages', 'pdf_too_large', { pages: Array(2_001).fill(A4_PAGE) }],
  [
    'an image that no viewer can hold',
    'pdf_unsafe',
    {
      pages: [`${A4_PAGE} /Thumb 100 0 R`],
      objects: { 100: stream('/Subtype /Image /Width 100000 /Height 100000', '') },
    },
  ],
];

test('a page without a parent is taken where it inherits nothing', async () => {
  const source = { objects: { 10: `<< /Type /Page ${A4_PAGE} /Rotate 0 /Contents 4 0 R >>` } };
  await expect(checkDocument(writePdf(source))).resolves.toMatchObject({ pages: [{ width: 595 }] });
});

test('a page may end with a restore too many, for nothing is shown after it', async () => {
  const bytes = writePdf({ content: 'q 0 0 9 9 re f Q Q' });
  await expect(checkDocument(bytes)).resolves.toMatchObject({ pages: [{ width: 595 }] });
});

test('an object stream that cannot be read to its end makes a damaged document', async () => {
  const bytes = assemble({ ...baseObjects(), 46: '<< /Title (One' }, SOUND);
  await expect(checkDocument(bytes)).rejects.toEqual(refusal('pdf_damaged'));
  await expect(checkDocument(assemble(baseObjects(), SOUND))).resolves.toMatchObject({
    length: expect.any(Number),
  });
});

describe('a document is refused with its reason', () => {
  test.each(refused)('%s: %s', async (_, code, source) => {
    await expect(checkDocument(writePdf(source))).rejects.toEqual(refusal(code));
  });

  test('what is no PDF is damaged', async () => {
    await expect(checkDocument(Buffer.from('PK\u0003\u0004 not a PDF'))).rejects.toEqual(
      refusal('pdf_damaged'),
    );
  });

  test('a file cut off before its catalog is damaged', async () => {
    const whole = writePdf();
    await expect(checkDocument(whole.subarray(0, 30))).rejects.toEqual(refusal('pdf_damaged'));
  });

  test('a file of more than 50 MB is not even parsed', async () => {
    const bytes = new Uint8Array(50 * 1024 * 1024 + 1);
    await expect(checkDocument(bytes)).rejects.toEqual(refusal('pdf_too_large'));
  });

  test('a pages tree that doubles at every level ends in a refusal, not in a hang', async () => {
    const objects: Record<number, string> = {};
    for (let level = 100; level < 145; level++) {
      objects[level] = `<< /Type /Pages /Kids [${level + 1} 0 R ${level + 1} 0 R] >>`;
    }
    const bytes = writePdf({
      objects: {
        ...objects,
        145: '<< /Type /Pages /Kids [] >>',
        2: '<< /Type /Pages /Kids [100 0 R] >>',
      },
    });
    await expect(checkDocument(bytes)).rejects.toEqual(refusal('pdf_unsafe'));
  });

  test('a pages tree that contains itself is walked once', async () => {
    const objects = { 2: '<< /Type /Pages /Kids [2 0 R 10 0 R] >>' };
    await expect(checkDocument(writePdf({ objects }))).resolves.toMatchObject({
      pages: [{ width: 595, height: 842 }],
    });
  });

  test('content that inflates without end is refused', async () => {
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024));
    const objects = { 4: stream('/Filter /FlateDecode', bomb) };
    await expect(checkDocument(writePdf({ objects }))).rejects.toEqual(refusal('pdf_unsafe'));
  });

  test('an object stream that inflates without end is refused while it is parsed', async () => {
    const bomb = deflateSync(Buffer.alloc(300 * 1024 * 1024));
    const objects = { 100: stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', bomb) };
    await expect(checkDocument(writePdf({ objects }))).rejects.toEqual(refusal('pdf_unsafe'));
  });

  test('a stream deflated twice is refused, for its ratio has no bound', async () => {
    const twice = deflateSync(deflateSync(Buffer.alloc(1_000)));
    const objects = { 4: stream('/Filter [/FlateDecode /FlateDecode]', twice) };
    await expect(checkDocument(writePdf({ objects }))).rejects.toEqual(refusal('pdf_unsafe'));
  });

  test('arrays nested without end are refused', async () => {
    const objects = { 100: '['.repeat(5_000) + ']'.repeat(5_000) };
    const bytes = writePdf({ catalog: '/Deep 100 0 R', objects });
    await expect(checkDocument(bytes)).rejects.toMatchObject({ name: 'PdfRefusal' });
  });

  test('nor may what only the information leads to be nested without end', async () => {
    const objects = { 100: `<< /Deep ${'['.repeat(400)}${']'.repeat(400)} >>` };
    const bytes = writePdf({ trailer: '/Info 100 0 R', objects });
    await expect(prepareDocument(bytes, layoutWith())).rejects.toEqual(refusal('pdf_unsafe'));
  });
});

describe('a layout is refused', () => {
  const source = readFileSync(new URL('../../fixtures/contratto.pdf', import.meta.url));
  const text = { id: 'a', party: 'client', kind: 'text', ...place } as const;
  const own = { ...text, party: null } as const;

  test.each([
    ['two fields of one id', layoutWith([text, text])],
    ['an id that is not lower case', layoutWith([{ ...text, id: 'A' }])],
    ['an id that the seal needs', layoutWith([{ ...text, id: 'seal2' }])],
    ['a field of nobody known', layoutWith([{ ...text, party: 'stranger' }])],
    ['a field on no page', layoutWith([{ ...text, page: 3 }])],
    ['a field beyond the edge', layoutWith([{ ...text, x: 500 }])],
    ['a field of no size', layoutWith([{ ...text, height: 0 }])],
    ['a field that is nowhere', layoutWith([{ ...text, y: Number.NaN }])],
    ['a choice without options', layoutWith([{ ...text, kind: 'choice', options: [] }])],
    ['a signature of the company’s own', layoutWith([{ ...own, kind: 'signature' }])],
    ['a text in an own checkbox', layoutWith([{ ...own, kind: 'checkbox', value: 'yes' }])],
    ['an own value for a party', layoutWith([{ ...text, value: 'mine' }])],
    ['a party that signs nowhere', layoutWith([], { fields: [DIRECTOR_SIGNATURE] })],
    ['an envelope id of another form', layoutWith([], { envelopeId: 'OOOOO' })],
    ['half a certificate page', layoutWith([], { certificatePages: 0.5 })],
  ])('%s', async (_, layout) => {
    await expect(prepareDocument(source, layout)).rejects.toEqual(refusal('layout_invalid'));
  });

  test('an own value that does not fit its box at 5 points', async () => {
    const value = 'Officine Meridiane '.repeat(30);
    const layout = layoutWith([{ ...own, value }]);
    await expect(prepareDocument(source, layout)).rejects.toEqual(refusal('value_too_long'));
  });

  test('an own value that the font cannot write', async () => {
    const layout = layoutWith([{ ...own, value: '東京' }]);
    await expect(prepareDocument(source, layout)).rejects.toEqual(refusal('text_not_covered'));
  });

  test('nothing else: this one is fine', async () => {
    const layout = layoutWith([{ ...CLIENT_SIGNATURE, id: 'second', page: 1 }]);
    await expect(prepareDocument(source, layout)).resolves.toMatchObject({ plan: { revision: 0 } });
  });
});
