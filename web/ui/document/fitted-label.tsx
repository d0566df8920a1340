import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type LabelFit, labelFit, type Size, type WidthOf } from './label-fit.ts';

interface Properties {
  readonly text: string;
  /** Font size as a fraction of the page's width; smaller in small boxes. */
  readonly share: number;
}

/** The complete label of a box on a page: reduced in small boxes, beside the box if it would be illegible. */
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

/** Font size for measuring; large, because widths are rounded. */
const MEASURED_PX = 100;

function widthsIn({ fontFamily, fontWeight }: CSSStyleDeclaration): WidthOf {
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = `${fontWeight} ${MEASURED_PX}px ${fontFamily}`;
  return (text) => context.measureText(text).width / MEASURED_PX;
}
