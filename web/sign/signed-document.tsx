import { lazy, Suspense } from 'preact/compat';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { fetchPdf } from '../ui/document/fetch-pdf.ts';
import type { PDFDocumentProxy } from '../ui/document/load-pdf.ts';
import type { Texts } from './texts/texts.ts';
import { useClosed } from './use-closed.ts';

const PdfViewer = lazy(() =>
  import('../ui/document/pdf-viewer.tsx').then(({ PdfViewer }) => ({ default: PdfViewer })),
);

interface Properties {
  /** Current URL of the document. */
  readonly open: () => Promise<{ readonly url: string }>;
  /** Changes with the document, which is then reopened. */
  readonly version?: string | undefined;
  readonly label: string;
  readonly texts: Texts;
}

/** The signed document, displayed on the page on request. */
export function SignedDocument({ open, version, label, texts }: Properties) {
  const [state, setState] = useState<'closed' | 'open' | 'failed'>('closed');
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  useClosed(pdf);
  async function load() {
    setState('open');
    setPdf(undefined);
    try {
      const viewer = import('../ui/document/load-pdf.ts');
      const { url } = await open();
      const [{ loadPdf }, bytes] = await Promise.all([viewer, fetchPdf(url)]);
      setPdf(await loadPdf(bytes));
    } catch {
      setState('failed');
    }
  }
  useEffect(() => {
    if (state === 'open') void load();
  }, [version]);
  if (state === 'open') {
    return (
      <Suspense fallback={<p role="status">{texts.viewer.loading}</p>}>
        <PdfViewer pdf={pdf} texts={texts.viewer} />
      </Suspense>
    );
  }
  return (
    <>
      <Button variant="secondary" onClick={load}>
        {label}
      </Button>
      {state === 'failed' && <p role="alert">{texts.viewer.failed}</p>}
    </>
  );
}
