import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDocument, prepareDocument } from '../../shared/pdf/intake/intake.ts';
import { stream, writePdf } from '../fixtures/write-pdf.ts';
import { layoutWith } from './layout.ts';
import { readPages } from './read-pdf.ts';

const textOf = (bytes: Uint8Array): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'tags-')), 'prepared.pdf');
  writeFileSync(file, bytes);
  return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
};

const prepared = async (document: Uint8Array): Promise<Uint8Array> =>
  (await prepareDocument(document, layoutWith())).bytes;

/** What another reader sees of it, without white space. */
async function readBy(document: Uint8Array): Promise<string> {
  const pages = await readPages(await prepared(document));
  return pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join('\n');
}

test.each(['tags-chrome.pdf', 'tags-latex.pdf', 'tags-typst.pdf', 'tags-writer.pdf'])(
  'no reader finds a tag any more, and the words around it stay: %s',
  async (name) => {
    const original = readFileSync(`test/fixtures/places/${name}`);
    const { suggestions } = (await checkDocument(original)).suggested;
    expect(suggestions.length).toBeGreaterThanOrEqual(4);
    const bytes = await prepared(original);
    for (const text of [textOf(bytes), await readBy(original)]) {
      expect(text).not.toMatch(/\{\{|\}\}|signature|fiscale/);
      expect(text.match(/Prima/g)).toHaveLength(4);
      expect(text.match(/dopo/g)).toHaveLength(4);
    }
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
  const content = (text: string) => `BT /F1 12 Tf 14 TL 72 700 Td ${text} ET`;
  const document = writePdf({ content: content(shows) });
  const place = async (bytes: Uint8Array) => {
    const [page] = await wordsOf(bytes);
    return page;
  };
  expect(await place(await prepared(document))).toBeCloseTo((await place(document))!, 1);
  expect(await readBy(document)).not.toContain('{{');
});

/** Where "dopo" ends on each page, by pdftotext. */
async function wordsOf(bytes: Uint8Array): Promise<number[]> {
  const file = join(mkdtempSync(join(tmpdir(), 'tags-')), 'words.pdf');
  writeFileSync(file, bytes);
  const html = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
  return [...html.matchAll(/xMax="([\d.]+)"[^>]*>[^<]*dopo</g)].map(([, x]) => Number(x));
}

test('what stands for the letters in place of them goes too', async () => {
  const spoken = '/Span << /ActualText ({{date:client}}) >> BDC ({{date:client}}) Tj EMC';
  const content = `BT /F1 12 Tf 72 700 Td ${spoken} ( dopo) Tj ET`;
  expect(textOf(await prepared(writePdf({ content })))).not.toContain('{{');
});

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
