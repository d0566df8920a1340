import { useEffect, useState } from 'preact/hooks';
import type { PDFDocumentProxy } from '../ui/document/load-pdf.ts';

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Size in points of page `index` (from 0) as displayed. */
export function usePageSize(
  pdf: PDFDocumentProxy | undefined,
  index: number,
): PageSize | undefined {
  const [size, setSize] = useState<PageSize>();
  useEffect(() => {
    let wanted = true;
    void pdf?.getPage(index + 1).then((page) => {
      const { width, height } = page.getViewport({ scale: 1 });
      if (wanted) setSize({ width, height });
    });
    return () => {
      wanted = false;
    };
  }, [pdf, index]);
  return size;
}
