import { readFileSync } from 'node:fs';
import { decodePDFRawStream, PDFDocument, PDFRawStream } from 'pdf-lib';
import { expect, test } from 'vitest';
import { checkDocument, prepareDocument } from '../../shared/pdf/intake/intake.ts';
import { stream, writePdf } from '../fixtures/write-pdf.ts';
import { layoutWith } from './layout.ts';
import { readPages } from './read-pdf.ts';

const prepared = async (document: Uint8Array): Promise<Uint8Array> =>
  (await prepareDocument(document, layoutWith())).bytes;

/** The text that pdf.js extracts, without white space. */
async function readBy(document: Uint8Array): Promise<string> {
  const pages = await readPages(await prepared(document));
  return pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join('\n');
}

test.each(['tags-chrome.pdf', 'tags-latex.pdf', 'tags-typst.pdf', 'tags-writer.pdf'])(
  'another reader finds no tag any more, and the words around it stay: %s',
  async (name) => {
    const original = readFileSync(`test/fixtures/places/${name}`);
    const { suggestions } = (await checkDocument(original)).suggested;
    expect(suggestions.length).toBeGreaterThanOrEqual(4);
    const text = await readBy(original);
    expect(text).not.toMatch(/\{\{|\}\}|signature|fiscale/);
    expect(text.match(/Prima/g)).toHaveLength(4);
    expect(text.match(/dopo/g)).toHaveLength(4);
  },
);

test.each([
  ['Tj', '(Prima {{date:client}} dopo) Tj'],
  ['TJ', '[(Prima {) 10 ({da) -20 (te:client}}) 5 ( dopo)] TJ'],
  ["'", "(Prima {{date:client}} dopo) '"],
  ['"', '2 1 (Prima {{date:client}} dopo) "'],
  ['hexadecimal', `<${Buffer.from('Prima {{date:client}} dopo').toString('hex')}> Tj`],
  ['several operators', '(Prima {) Tj ({date:cli) Tj (ent}} dopo) Tj'],
  ['escapes', '(Prima \\173{date:client}\\175 dopo) Tj'],
])('what follows a tag stays where it was: %s', async (_, shows) => {
  const document = writePdf({ content: `BT /F1 12 Tf 14 TL 72 700 Td ${shows} ET` });
  const before = await endOfWord(document);
  expect(before).toBeGreaterThan(72);
  expect(await endOfWord(await prepared(document))).toBeCloseTo(before, 1);
  expect(await readBy(document)).not.toContain('{{');
});

/** The end of "dopo" on the first page, as pdf.js reads it. */
async function endOfWord(bytes: Uint8Array): Promise<number> {
  const [page] = await readPages(bytes);
  const ends = page!.runs.filter(({ text }) => text.endsWith('dopo')).map(({ endX }) => endX);
  expect(ends).toHaveLength(1);
  return ends[0]!;
}

test('what stands for the letters in place of them goes too', async () => {
  const spoken = '/Span << /ActualText ({{date:client}}) >> BDC ({{date:client}}) Tj EMC';
  const content = `BT /F1 12 Tf 72 700 Td ${spoken} ( dopo) Tj ET`;
  const document = writePdf({ content });
  const [shown, ...others] = await contentsWith('dopo', await prepared(document));
  expect(others).toEqual([]);
  expect(shown).not.toMatch(/ActualText|date:client/);
  expect(await readBy(document)).not.toContain('{{');
});

/** Streams that show a text; searched directly, because pdf.js ignores replacement text. */
async function contentsWith(text: string, bytes: Uint8Array): Promise<string[]> {
  const { context } = await PDFDocument.load(bytes);
  return context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [decodePDFRawStream(object)] : []))
    .map((stream) => Buffer.from(stream.decode()).toString('latin1'))
    .filter((content) => content.includes(text));
}

test('a tag that cannot be taken out alone refuses the document, with its page and text', async () => {
  const spoken = '/Span << /ActualText (tutto) >> BDC (Prima {{date:client}}) Tj EMC';
  const content = `BT /F1 12 Tf 72 700 Td ${spoken} ET`;
  await expect(checkDocument(writePdf({ content }))).rejects.toMatchObject({
    code: 'tag_not_removable',
    detail: { page: 1, tag: '{{date:client}}' },
  });
});

test('what is no tag stays in the document', async () => {
  const content = 'BT /F1 12 Tf 72 700 Td (Gentile {{nome}}) Tj ET';
  expect(await readBy(writePdf({ content }))).toContain('{{nome}}');
});

test('a tag goes from a form that the page paints', async () => {
  const form = stream(
    '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>',
    'BT /F1 12 Tf 72 700 Td (Prima {{date:client}} dopo) Tj ET',
  );
  const pages = ['/MediaBox [0 0 595 842] /Resources << /XObject << /X 100 0 R >> >>'];
  const text = await readBy(writePdf({ pages, content: '/X Do', objects: { 100: form } }));
  expect(text).toMatch(/Prima.*dopo/);
  expect(text).not.toContain('{{');
});
