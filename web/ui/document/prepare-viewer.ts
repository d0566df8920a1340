import { prepareWorker } from './document-worker.ts';

/** Preloads the viewer while the document's URL is still being requested. */
export function prepareViewer(): void {
  prepareWorker();
  for (const part of [import('./pdfjs.ts'), import('./load-pdf.ts'), import('./pdf-viewer.tsx')])
    part.catch(() => {}); // Ignored here: the page that needs it imports it again and reports a failure.
}
