import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import { fetchPdf } from '../ui/document/fetch-pdf.ts';
import type { PDFDocumentProxy } from '../ui/document/load-pdf.ts';
import { useCeremony } from './context.ts';
import { useClosed } from './use-closed.ts';

type Shown = {
  readonly pdf?: PDFDocumentProxy;
  readonly sha256?: string;
  readonly failed: boolean;
  readonly retry: () => void;
};

const DocumentContext = createContext<Shown>({ failed: false, retry: () => {} });

/**
 * Opens the document once for all steps. The viewer is a separate chunk; the document is downloaded in
 * parallel, from the URL in the ceremony's response if there was one.
 */
export function DocumentProvider({ children }: { children: ComponentChildren }) {
  const { api, ceremony } = useCeremony();
  const [shown, setShown] = useState<Omit<Shown, 'retry'>>({ failed: false });
  const told = useRef(ceremony.document);
  const load = useCallback(async () => {
    try {
      setShown({ failed: false });
      const viewer = import('../ui/document/load-pdf.ts');
      const { url, sha256 } = told.current ?? (await api.document(ceremony.handle));
      told.current = undefined;
      const [{ loadPdf }, bytes] = await Promise.all([viewer, fetchPdf(url)]);
      const pdf = await loadPdf(bytes);
      setShown({ pdf, sha256, failed: false });
    } catch {
      setShown({ failed: true });
    }
  }, [api, ceremony.handle]);
  useEffect(() => void load(), [load]);
  useClosed(shown.pdf);
  return (
    <DocumentContext.Provider value={{ ...shown, retry: load }}>
      {children}
    </DocumentContext.Provider>
  );
}

export const useDocument = (): Shown => useContext(DocumentContext);
