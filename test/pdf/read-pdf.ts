import { PDFDocument, PDFRawStream } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';

export interface ReadAnnotation {
  readonly subtype: string;
  readonly rect: readonly number[];
  readonly fieldName?: string;
  readonly fieldValue?: string | readonly string[];
  readonly url?: string;
}

/** A run of text, and the position of its end in points from the left of the upright page. */
interface ReadRun {
  readonly text: string;
  readonly endX: number;
}

export interface ReadPage {
  readonly text: string;
  readonly runs: readonly ReadRun[];
  readonly annotations: readonly ReadAnnotation[];
}

/** Each page's text as another PDF library extracts it. */
export async function readPages(bytes: Uint8Array): Promise<ReadPage[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    const runs = items.flatMap((item) => ('str' in item ? [runOf(item)] : []));
    pages.push({ text, runs, annotations: await page.getAnnotations() });
  }
  await task.destroy();
  return pages;
}

const runOf = ({ str, transform, width }: TextItem): ReadRun => ({
  ...{ text: str, endX: transform[4] + width },
});

/** Text shown by all uncompressed streams of a document. */
export async function streamsOf(bytes: Uint8Array): Promise<string> {
  const { context } = await PDFDocument.load(bytes);
  return context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object.contents] : []))
    .map((contents) => Buffer.from(contents).toString('latin1'))
    .join('\n');
}
