import type { PDFPageProxy } from 'pdfjs-dist';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Drawn } from './draw-page.ts';
import { drawPastErrors } from './draw-past-errors.ts';
import type { PDFDocumentProxy } from './load-pdf.ts';

/** While pinching, the rendered page is scaled; it is rendered again this many ms after the last change. */
const SETTLED_MS = 150;

/** Milliseconds after which an unfinished page counts as not drawn for the time being: the worker may have died. */
const LATE_MS = 10_000;

interface Properties {
  readonly pdf: PDFDocumentProxy;
  /** Page index, from 0. */
  readonly index: number;
  /** Width, CSS pixels. */
  readonly width: number;
  /** Height ÷ width until the page's own size is known. */
  readonly ratio: number;
  readonly label: string;
  /** Draw it even if it is far away, to find out whether it can be drawn. */
  readonly wanted?: boolean;
  /** Called after each attempt to draw the page. */
  readonly onDrawn?: ((index: number, drawn: Drawn) => void) | undefined;
  /** Message on a page that is not drawn completely. */
  readonly undrawn: Readonly<Record<Exclude<Drawn, 'whole'>, string>>;
  /** Content placed over the page. */
  readonly children?: ComponentChildren;
}

/**
 * One page: drawn when it is near the visible area, sharp on dense screens, with selectable text; discarded
 * when far away.
 */
export function PdfPage(properties: Properties) {
  const { index, width, ratio, label, wanted = false, undrawn, children } = properties;
  const frame = useRef<HTMLElement>(null);
  const near = useIsNear(frame) || wanted;
  const { page, sheet, text, drawn } = useDrawing(properties, near);
  const size = page?.getViewport({ scale: 1 });
  const height = width * (size ? size.height / size.width : ratio);
  return (
    <section
      ref={frame}
      class="pdf-page"
      aria-label={label}
      data-page={index}
      style={{ width: `${width}px`, height: `${height}px` }}
    >
      {near && <div ref={sheet} class="pdf-sheet" />}
      {near && <div ref={text} class="pdf-text" />}
      {children}
      {drawn && drawn !== 'whole' && (
        <p class="pdf-undrawn" role="status">
          {undrawn[drawn]}
        </p>
      )}
    </section>
  );
}

/** Draws the page while it is near, and reports the result. */
function useDrawing({ pdf, index, width, onDrawn }: Properties, near: boolean) {
  const sheet = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState<PDFPageProxy>();
  const [drawn, setDrawn] = useState<Drawn>();
  const tell = useRef((_: Drawn) => {});
  tell.current = (now) => {
    setDrawn(now);
    onDrawn?.(index, now);
  };
  useEffect(() => {
    if (!near || drawn) return undefined;
    const late = setTimeout(() => tell.current('not'), LATE_MS);
    return () => clearTimeout(late);
  }, [near, drawn]);
  useEffect(() => {
    if (!near || page) return;
    pdf.getPage(index + 1).then(setPage, () => tell.current('not'));
  }, [near, page, pdf, index]);
  useEffect(() => {
    if (!near || !page) return undefined;
    let stop = () => {};
    function draw(page: PDFPageProxy) {
      if (sheet.current && text.current)
        stop = show({ pdf, index, width }, page, sheet.current, text.current, (now) =>
          tell.current(now),
        );
    }
    const timer = setTimeout(draw, sheet.current?.firstChild ? SETTLED_MS : 0, page);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [near, page, width]);
  return { page, sheet, text, drawn };
}

/** Discarded only after a delay, because rotating a phone or opening its keyboard moves pages away briefly. */
const KEPT_MS = 1_500;

function useIsNear(frame: { current: HTMLElement | null }): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        clearTimeout(leaving);
        if (entries.at(-1)?.isIntersecting) setNear(true);
        else leaving = setTimeout(() => setNear(false), KEPT_MS);
      },
      { rootMargin: '150% 0px' },
    );
    if (frame.current) observer.observe(frame.current);
    return () => {
      clearTimeout(leaving);
      observer.disconnect();
    };
  }, [frame]);
  return near;
}

/** Only a finished page replaces the one shown, so that zooming leaves no blank page meanwhile. */
function show(
  { pdf, index, width }: Pick<Properties, 'pdf' | 'index' | 'width'>,
  page: PDFPageProxy,
  sheet: HTMLDivElement,
  text: HTMLDivElement,
  tell: (drawn: Drawn) => void,
): () => void {
  const drawing = drawPastErrors(pdf, index, width);
  void drawing.result.then((result) => {
    if (!result) return;
    if (result.canvas) {
      result.canvas.dataset.drawn = result.drawn;
      sheet.replaceChildren(result.canvas);
    }
    tell(result.drawn);
  });
  const layer = drawText(page, width, text);
  return () => {
    drawing.stop();
    void layer.then((drawn) => drawn.cancel());
  };
}

async function drawText(page: PDFPageProxy, width: number, container: HTMLDivElement) {
  const { TextLayer } = await import('./pdfjs.ts');
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  container.replaceChildren();
  container.style.setProperty('--total-scale-factor', String(viewport.scale));
  const layer = new TextLayer({
    textContentSource: page.streamTextContent(),
    container,
    viewport,
  });
  layer.render().catch(() => {});
  return layer;
}
