import { useEffect, useState } from 'preact/hooks';
import { fetchPdf } from '../../ui/document/fetch-pdf.ts';
import { closePdf, loadPdf, type PDFDocumentProxy } from '../../ui/document/load-pdf.ts';
import { useConsole } from '../context.ts';

/**
 * The uploaded PDF. Downloaded completely, since its presigned URL expires after five minutes, and placing
 * fields takes longer.
 */
export function useOriginal(id: string, upload: string | undefined) {
  const { api } = useConsole();
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    let opened: PDFDocumentProxy | undefined;
    async function open() {
      const { url } = await api.original(id);
      opened = await loadPdf(await fetchPdf(url));
      if (wanted) setPdf(opened);
      else await closePdf(opened);
    }
    open().catch(() => wanted && setFailed(true));
    return () => {
      wanted = false;
      if (opened) void closePdf(opened);
      setPdf(undefined);
    };
  }, [api, id, upload, attempt]);
  function retry() {
    setFailed(false);
    setAttempt(attempt + 1);
  }
  return { pdf, failed, retry };
}
