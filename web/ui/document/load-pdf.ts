import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type DocumentWorker, takeWorker } from './document-worker.ts';

export type { PDFDocumentProxy };

const workers = new WeakMap<PDFDocumentProxy, DocumentWorker>();

/**
 * Opens a PDF for display only: no scripts, no WebAssembly (forbidden by the page's CSP), and by default
 * errors stop a page instead of being skipped silently. Rejects if the worker's script fails to load or run.
 * The build copies pdf.js's static data next to the pages.
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

/** Resolves if the document's worker fails; nothing more will be drawn then. */
export const workerFailure = (pdf: PDFDocumentProxy): Promise<Error> =>
  workers.get(pdf)?.failed ?? new Promise(() => {});

const second = new WeakMap<PDFDocumentProxy, Promise<PDFDocumentProxy>>();

/** The same document in a second reader that skips errors, opened at the first page with an error. */
export function lenientReader(pdf: PDFDocumentProxy): Promise<PDFDocumentProxy> {
  const opened = second.get(pdf) ?? pdf.getData().then((data) => loadPdf(data, 'past errors'));
  second.set(pdf, opened);
  return opened;
}

/** Closes the document, its worker, and the second reader with its worker. */
export async function closePdf(pdf: PDFDocumentProxy): Promise<void> {
  await Promise.all([end(pdf), second.get(pdf)?.then(end, () => {})]);
}

async function end(pdf: PDFDocumentProxy): Promise<void> {
  const ended = pdf.loadingTask.destroy();
  await Promise.race([ended, workerFailure(pdf)]);
  workers.get(pdf)?.thread.terminate();
}
