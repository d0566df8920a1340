import { useEffect } from 'preact/hooks';
import type { PDFDocumentProxy } from '../ui/document/load-pdf.ts';

/** Ends a document with what shows it: its workers hold all of it, and a phone has little room. */
export function useClosed(pdf: PDFDocumentProxy | undefined): void {
  useEffect(() => pdf && (() => void close(pdf)), [pdf]);
}

async function close(pdf: PDFDocumentProxy): Promise<void> {
  const { closePdf } = await import('../ui/document/load-pdf.ts');
  await closePdf(pdf);
}
