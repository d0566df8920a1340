import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import type { Drawn } from '../ui/document/draw-page.ts';
import { useCeremony } from './context.ts';
import { useDocument } from './document.tsx';
import { type DrawnPages, type Gate, gateOf, pagesToSee, withDrawn } from './gate.ts';
import { OpenAsPdf } from './open-as-pdf.tsx';

interface Seen {
  readonly gate: Gate;
  onDrawn(page: number, drawn: Drawn): void;
}

const OPEN: Gate = { state: 'open' };
const NOTHING: Gate = { state: 'shut', pages: [] };

const SeenContext = createContext<Seen>({ gate: OPEN, onDrawn: () => {} });

/** Tracks which pages were drawn in any step, and whether signing may continue. */
export function SeenProvider({ children }: { children: ComponentChildren }) {
  const { ceremony } = useCeremony();
  const [pages, setPages] = useState<DrawnPages>(new Map());
  const onDrawn = useCallback(
    (page: number, drawn: Drawn) => setPages((before) => withDrawn(before, page, drawn)),
    [],
  );
  const { failed } = useDocument();
  const late = useIsLate();
  const nothing = failed || (late && pages.size === 0);
  const now = nothing ? NOTHING : gateOf(pagesToSee(ceremony), pages);
  const gate = ceremony.shown ? OPEN : now;
  return <SeenContext.Provider value={{ gate, onDrawn }}>{children}</SeenContext.Provider>;
}

/** After this time the page offers the PDF as well, and keeps trying: the worker may never answer. */
const LATE_MS = 20_000;

export function useIsLate(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  return late;
}

export const useSeen = (): Seen => useContext(SeenContext);

/** Beside the disabled button: why signing cannot continue yet, and how to. */
export function WhyShut({ onOpened }: { onOpened: () => void }) {
  const { texts, language } = useCeremony();
  const { gate } = useSeen();
  if (gate.state !== 'shut') return null;
  const pages = gate.pages.map((page) => String(page + 1));
  return (
    <div class="reason" role="alert">
      <p id="seen" class="small">
        {pages.length > 0
          ? texts.seen.pages(new Intl.ListFormat(language).format(pages))
          : texts.seen.document}
      </p>
      <OpenAsPdf wanted onOpened={onOpened} />
    </div>
  );
}
