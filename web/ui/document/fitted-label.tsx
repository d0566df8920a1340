import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type LabelFit, labelFit, type Size, type WidthOf } from './label-fit.ts';

interface Properties {
  readonly text: string;
  /** Of the letters, as a share of the page's width; smaller where the box is small. */
  readonly share: number;
}

/** What a box on a page is called, whole: smaller where the box is small, beside it where none could read it. */
export function FittedLabel({ text, share }: Properties) {
  const room = useRef<HTMLSpanElement>(null);
  const fit = useFit(room, text, share);
  return (
    <span ref={room} class="label-room">
      {fit && (
        <span class={`label ${fit.where}`} style={{ fontSize: `${fit.size}px` }}>
          {text}
        </span>
      )}
    </span>
  );
}

function useFit(room: { current: HTMLElement | null }, text: string, share: number) {
  const [fit, setFit] = useState<LabelFit>();
  useLayoutEffect(() => {
    const element = room.current!;
    const measure = () => setFit(fitIn(element, text, share));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [text, share]);
  return fit;
}

function fitIn(room: HTMLElement, text: string, share: number): LabelFit {
  const page = room.closest('.pdf-page')?.clientWidth ?? 0;
  const box: Size = { width: room.clientWidth, height: room.clientHeight };
  return labelFit(text, box, share * page, widthsIn(getComputedStyle(room)));
}

/** Letters are measured so large, for their widths are rounded. */
const MEASURED_PX = 100;

function widthsIn({ fontFamily, fontWeight }: CSSStyleDeclaration): WidthOf {
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = `${fontWeight} ${MEASURED_PX}px ${fontFamily}`;
  return (text) => context.measureText(text).width / MEASURED_PX;
}
