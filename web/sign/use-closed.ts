import { useEffect } from 'preact/hooks';
import type { PDFDocumentProxy } from '../ui/document/load-pdf.ts';

/** Closes a document when its view unmounts: its workers hold the whole file, and phones have little memory. */
export function useClosed(pdf: PDFDocumentProxy | undefined): void {
  useEffect(() => pdf && (() => void close(pdf)), [pdf]);
}

async function close(pdf: PDFDocumentProxy): Promise<void> {
  const { closePdf } = await import('../ui/document/load-pdf.ts');
  await closePdf(pdf);
}
