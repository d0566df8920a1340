import { lazy, Suspense } from 'preact/compat';
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { fetchPdf } from '../ui/document/fetch-pdf.ts';
import type { PDFDocumentProxy } from '../ui/document/load-pdf.ts';
import type { CeremonyApi } from './ceremony-api.ts';
import type { Texts } from './texts/texts.ts';
import { useClosed } from './use-closed.ts';

const PdfViewer = lazy(() =>
  import('../ui/document/pdf-viewer.tsx').then(({ PdfViewer }) => ({ default: PdfViewer })),
);

type Properties = { handle: string; api: CeremonyApi; texts: Texts };

/** The finished document on the page itself, once it is asked for. */
export function SignedDocument({ handle, api, texts }: Properties) {
  const [state, setState] = useState<'closed' | 'open' | 'failed'>('closed');
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  useClosed(pdf);
  const open = async () => {
    setState('open');
    try {
      const viewer = import('../ui/document/load-pdf.ts');
      const { url } = await api.download(handle);
      const [{ loadPdf }, bytes] = await Promise.all([viewer, fetchPdf(url)]);
      setPdf(await loadPdf(bytes));
    } catch {
      setState('failed');
    }
  };
  if (state === 'open') {
    return (
      <Suspense fallback={<p role="status">{texts.viewer.loading}</p>}>
        <PdfViewer pdf={pdf} texts={texts.viewer} />
      </Suspense>
    );
  }
  return (
    <>
      <Button variant="secondary" onClick={open}>
        {texts.done.see}
      </Button>
      {state === 'failed' && <p role="alert">{texts.viewer.failed}</p>}
    </>
  );
}
