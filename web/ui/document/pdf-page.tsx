import type { PDFPageProxy } from 'pdfjs-dist';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PDFDocumentProxy } from './load-pdf.ts';

/** Phones give up on larger canvases; beyond this a page is drawn less sharp rather than not at all. */
const MAX_PIXELS = 16_000_000;

/** While fingers zoom, the drawn page is stretched; it is drawn anew once they rest. */
const SETTLED_MS = 150;

interface Properties {
  pdf: PDFDocumentProxy;
  /** From 0. */
  index: number;
  /** CSS pixels. */
  width: number;
  /** Height ÷ width until the page itself is known. */
  ratio: number;
  label: string;
  /** Placed over the page. */
  children?: ComponentChildren;
}

/** One page: drawn when it comes near, sharp on dense screens, with selectable text; dropped when far. */
export function PdfPage({ pdf, index, width, ratio, label, children }: Properties) {
  const frame = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const near = useIsNear(frame);
  const [page, setPage] = useState<PDFPageProxy>();

  useEffect(() => {
    if (near && !page) void pdf.getPage(index + 1).then(setPage);
  }, [near, page, pdf, index]);
  useEffect(() => {
    if (!near || !page) return undefined;
    let stop = () => {};
    const draw = () => {
      if (canvas.current && text.current)
        stop = drawPage(page, width, canvas.current, text.current);
    };
    const drawn = canvas.current?.dataset.drawn;
    const timer = setTimeout(draw, drawn ? SETTLED_MS : 0);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [near, page, width]);

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
      {near && <canvas ref={canvas} />}
      {near && <div ref={text} class="pdf-text" />}
      {children}
    </section>
  );
}

/** A page that has only just gone may come back: turning a phone, opening its keyboard. */
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

function drawPage(
  page: PDFPageProxy,
  width: number,
  canvas: HTMLCanvasElement,
  text: HTMLDivElement,
): () => void {
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: width / natural.width });
  const density = Math.min(
    window.devicePixelRatio || 1,
    Math.sqrt(MAX_PIXELS / (viewport.width * viewport.height)),
  );
  const drawing = document.createElement('canvas');
  drawing.width = Math.round(viewport.width * density);
  drawing.height = Math.round(viewport.height * density);
  const transform = [density, 0, 0, density, 0, 0];
  const task = page.render({ canvas: drawing, viewport, transform });
  task.promise.then(
    () => show(drawing, canvas),
    () => {},
  );
  const layer = drawText(page, viewport, text);
  return () => {
    task.cancel();
    void layer.then((drawn) => drawn.cancel());
  };
}

/** Only a finished page replaces what is shown, so that zooming leaves no blank page meanwhile. */
function show(drawing: HTMLCanvasElement, canvas: HTMLCanvasElement): void {
  canvas.width = drawing.width;
  canvas.height = drawing.height;
  canvas.getContext('2d')?.drawImage(drawing, 0, 0);
  canvas.dataset.drawn = 'true';
  drawing.width = 0;
}

async function drawText(
  page: PDFPageProxy,
  viewport: ReturnType<PDFPageProxy['getViewport']>,
  container: HTMLDivElement,
) {
  const { TextLayer } = await import('./pdfjs.ts');
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
