import { prepareWorker } from './document-worker.ts';

/** Begins to load all that draws a document while its address is still being asked for. */
export function prepareViewer(): void {
  prepareWorker();
  for (const part of [import('./pdfjs.ts'), import('./load-pdf.ts'), import('./pdf-viewer.tsx')])
    part.catch(() => {}); // whoever needs it imports it again, and hears of the failure
}
