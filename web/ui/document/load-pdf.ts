import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type DocumentWorker, takeWorker } from './document-worker.ts';

export type { PDFDocumentProxy };

const workers = new WeakMap<PDFDocumentProxy, DocumentWorker>();

/**
 * Opens a PDF for display only: no scripts, no WebAssembly (the page's policy forbids it), no page that
 * goes on past an error as if nothing were missing, unless that is asked for. Rejects if the worker fails:
 * its script may not have loaded, or not run. The build copies pdf.js's static data beside the pages.
 */
export async function loadPdf(
  data: Uint8Array,
  how: 'strictly' | 'past errors' = 'strictly',
): Promise<PDFDocumentProxy> {
  const worker = takeWorker();
  try {
    const pdf = await Promise.race([
      open(data, worker.thread, how === 'strictly'),
      failureOf(worker),
    ]);
    workers.set(pdf, worker);
    return pdf;
  } catch (error) {
    worker.thread.terminate();
    throw error;
  }
}

async function open(
  data: Uint8Array,
  port: Worker,
  stopAtErrors: boolean,
): Promise<PDFDocumentProxy> {
  const { getDocument, PDFWorker, version } = await import('./pdfjs.ts');
  const files = `/assets/pdfjs-${version}`;
  const task = getDocument({
    data,
    worker: PDFWorker.create({ port }),
    enableXfa: false,
    stopAtErrors,
    useWasm: false,
    useWorkerFetch: false,
    cMapUrl: `${files}/cmaps/`,
    standardFontDataUrl: `${files}/standard_fonts/`,
    wasmUrl: `${files}/wasm/`,
  });
  return task.promise;
}

async function failureOf({ failed }: DocumentWorker): Promise<never> {
  throw await failed;
}

/** Resolves once the document's worker has failed: nothing more of it will be drawn. */
export const workerFailure = (pdf: PDFDocumentProxy): Promise<Error> =>
  workers.get(pdf)?.failed ?? new Promise(() => {});

const second = new WeakMap<PDFDocumentProxy, Promise<PDFDocumentProxy>>();

/** The same document in a reader that goes on past errors, opened when the first page has one. */
export function lenientReader(pdf: PDFDocumentProxy): Promise<PDFDocumentProxy> {
  const opened = second.get(pdf) ?? pdf.getData().then((data) => loadPdf(data, 'past errors'));
  second.set(pdf, opened);
  return opened;
}

/** Ends the document with its worker, and its second reader with that one's. */
export async function closePdf(pdf: PDFDocumentProxy): Promise<void> {
  await Promise.all([end(pdf), second.get(pdf)?.then(end, () => {})]);
}

async function end(pdf: PDFDocumentProxy): Promise<void> {
  const ended = pdf.loadingTask.destroy();
  await Promise.race([ended, workerFailure(pdf)]);
  workers.get(pdf)?.thread.terminate();
}
