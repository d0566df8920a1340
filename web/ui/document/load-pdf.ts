import type { PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

export type { PDFDocumentProxy };

/**
 * Opens a PDF for display only: no scripts, no WebAssembly (the page's policy forbids it),
 * ranges fetched as they are needed. The build copies pdf.js's static data beside the pages.
 */
export async function loadPdf(
  source: { url: string } | { data: Uint8Array },
): Promise<PDFDocumentProxy> {
  const { getDocument, GlobalWorkerOptions, version } = await import('pdfjs-dist');
  GlobalWorkerOptions.workerSrc = workerUrl;
  const data = `/assets/pdfjs-${version}`;
  const task = getDocument({
    ...source,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    cMapUrl: `${data}/cmaps/`,
    standardFontDataUrl: `${data}/standard_fonts/`,
    wasmUrl: `${data}/wasm/`,
  });
  return task.promise;
}
