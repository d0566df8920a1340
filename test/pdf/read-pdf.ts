import { PDFDocument, PDFRawStream } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadAnnotation {
  readonly subtype: string;
  readonly rect: readonly number[];
  readonly fieldName?: string;
  readonly fieldValue?: string | readonly string[];
  readonly url?: string;
}

export interface ReadPage {
  readonly text: string;
  readonly annotations: readonly ReadAnnotation[];
}

/** What another PDF library reads on each page. */
export async function readPages(bytes: Uint8Array): Promise<ReadPage[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    pages.push({ text, annotations: await page.getAnnotations() });
  }
  await task.destroy();
  return pages;
}

/** Text shown by all streams of a document that are not compressed. */
export async function streamsOf(bytes: Uint8Array): Promise<string> {
  const { context } = await PDFDocument.load(bytes);
  return context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object.contents] : []))
    .map((contents) => Buffer.from(contents).toString('latin1'))
    .join('\n');
}
