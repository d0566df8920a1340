import type { PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

export type { PDFDocumentProxy };

/** Static data of pdf.js, copied beside the pages by the build. */
const DATA = '/assets/pdfjs/';

/**
 * Opens a PDF for display only: no scripts, no WebAssembly (the page's policy forbids it),
 * ranges fetched as they are needed.
 */
export async function loadPdf(
  source: { url: string } | { data: Uint8Array },
): Promise<PDFDocumentProxy> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist');
  GlobalWorkerOptions.workerSrc = workerUrl;
  const task = getDocument({
    ...source,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    cMapUrl: `${DATA}cmaps/`,
    standardFontDataUrl: `${DATA}standard_fonts/`,
    wasmUrl: `${DATA}wasm/`,
  });
  return task.promise;
}
