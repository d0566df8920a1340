import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../button.tsx';
import { Changing } from '../changing.tsx';
import type { PDFDocumentProxy } from './load-pdf.ts';
import { PdfPage } from './pdf-page.tsx';
import { scrollToMark } from './scroll-to.ts';
import { useZoom } from './use-zoom.ts';
import './pdf-viewer.css';

export interface ViewerTexts {
  readonly document: string;
  readonly page: (number: number, count: number) => string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly loading: string;
  /** Message on a page that is not drawn completely. */
  readonly undrawn: PageProperties['undrawn'];
}

type PageProperties = Parameters<typeof PdfPage>[0];

interface Properties {
  readonly pdf: PDFDocumentProxy | undefined;
  readonly texts: ViewerTexts;
  /** Id of an element over a page to scroll to, where the viewer is beside the element's control. */
  readonly reveal?: string | undefined;
  /** Id of an element over a page at which the viewer opens; a change scrolls to the new one. */
  readonly opensAt?: string | undefined;
  /** Index (from 0) of a page to draw even if it is far away. */
  readonly wanted?: number | undefined;
  readonly onDrawn?: PageProperties['onDrawn'];
  /** Content between page count and zoom buttons. */
  readonly tools?: ComponentChildren;
  /** Overlay for page `index` (from 0). */
  readonly overlay?: (index: number) => ComponentChildren;
}

const A4_RATIO = Math.SQRT2;

/** All pages one below the other, fitted to the width; zoom by buttons, + and -, or pinch. */
export function PdfViewer({ pdf, texts, reveal, opensAt, tools, overlay, ...drawing }: Properties) {
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame);
  const { zoom, step } = useZoom(frame);
  const [current, setCurrent] = useState(1);
  const pages = pdf?.numPages ?? 0;
  useEffect(() => {
    if (reveal && window.matchMedia(BESIDE).matches) scrollToMark(reveal);
  }, [reveal]);
  const isLaidOut = pdf !== undefined && width > 0;
  useEffect(() => {
    if (opensAt && isLaidOut) scrollToMark(opensAt);
  }, [opensAt, isLaidOut]);

  return (
    <div class="pdf-viewer">
      <div class="pdf-tools">
        <span class="small soft" aria-live="off">
          <Changing text={pdf ? texts.page(current, pages) : texts.loading} />
        </span>
        <span class="row">
          {tools}
          <Button variant="quiet" aria-label={texts.zoomOut} onClick={() => step(-1)}>
            −
          </Button>
          <Button variant="quiet" aria-label={texts.zoomIn} onClick={() => step(1)}>
            +
          </Button>
        </span>
      </div>
      <section
        ref={frame}
        class="pdf-pages"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={texts.document}
        onKeyDown={(event) => zoomKey(event, step)}
        onScroll={(event) => setCurrent(pageInView(event.currentTarget))}
      >
        {pdf && width > 0
          ? Array.from({ length: pages }, (_, index) => (
              <PdfPage
                key={index}
                pdf={pdf}
                index={index}
                width={width * zoom}
                ratio={A4_RATIO}
                label={texts.page(index + 1, pages)}
                undrawn={texts.undrawn}
                wanted={drawing.wanted === index}
                onDrawn={drawing.onDrawn}
              >
                {overlay?.(index)}
              </PdfPage>
            ))
          : undefined}
      </section>
    </div>
  );
}

const BESIDE = '(min-width: 60rem)';

function zoomKey(event: KeyboardEvent, step: (by: 1 | -1) => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '+' || event.key === '=') step(1);
  if (event.key === '-') step(-1);
}

function pageInView(frame: HTMLElement): number {
  const middle = frame.getBoundingClientRect().top + frame.clientHeight / 3;
  const pages = [...frame.querySelectorAll<HTMLElement>('.pdf-page')];
  const passed = pages.filter((page) => page.getBoundingClientRect().top <= middle);
  return Math.max(1, passed.length);
}

function useWidth(frame: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const measure = () => setWidth(Math.floor(frame.current?.clientWidth ?? 0));
    const observer = new ResizeObserver(measure);
    if (frame.current) observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
