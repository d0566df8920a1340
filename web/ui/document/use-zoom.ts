import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

const LEAST = 1;
const MOST = 4;
const STEP = 1.25;

interface Focus {
  readonly x: number;
  readonly y: number;
}

const within = (zoom: number): number => Math.min(MOST, Math.max(LEAST, zoom));

/**
 * Zoom of the scrolling content of a frame: by buttons, pinch, or a trackpad's pinch (which arrives as a
 * wheel event with Ctrl). The point under the fingers stays in place.
 */
export function useZoom(frame: { current: HTMLElement | null }) {
  const [zoom, setZoom] = useState(LEAST);
  const held = useRef({ zoom: LEAST, focus: { x: 0, y: 0 } as Focus });
  const zoomTo = useCallback(
    (next: number, focus?: Focus) => {
      const element = frame.current;
      if (!element) return;
      const middle = { x: element.clientWidth / 2, y: element.clientHeight / 2 };
      held.current.focus = focus ?? middle;
      setZoom(within(next));
    },
    [frame],
  );
  useLayoutEffect(() => {
    const { zoom: before, focus } = held.current;
    held.current.zoom = zoom;
    if (frame.current && before !== zoom) keepInPlace(frame.current, zoom / before, focus);
  }, [zoom, frame]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const over = new AbortController();
    listenToFingers(element, () => held.current.zoom, zoomTo, over.signal);
    listenToTrackpad(element, () => held.current.zoom, zoomTo, over.signal);
    return () => over.abort();
  }, [frame, zoomTo]);
  const step = useCallback((by: 1 | -1) => zoomTo(held.current.zoom * STEP ** by), [zoomTo]);
  return { zoom, step };
}

function keepInPlace(frame: HTMLElement, ratio: number, { x, y }: Focus): void {
  frame.scrollLeft = (frame.scrollLeft + x) * ratio - x;
  frame.scrollTop = (frame.scrollTop + y) * ratio - y;
}

type ZoomTo = (zoom: number, focus: Focus) => void;

/** Touch events go to the element first touched, even if it was re-rendered meanwhile. */
function listenToFingers(
  frame: HTMLElement,
  present: () => number,
  zoomTo: ZoomTo,
  signal: AbortSignal,
): void {
  let begin: { apart: number; zoom: number } | undefined;
  function start({ touches }: TouchEvent) {
    begin = touches.length === 2 ? { apart: apartOf(touches), zoom: present() } : undefined;
    for (const { target } of begin ? touches : [])
      target.addEventListener('touchmove', move as EventListener, { signal, passive: false });
  }
  function move(event: TouchEvent) {
    if (!begin || event.touches.length !== 2) return;
    event.preventDefault();
    event.stopPropagation();
    const [one, other] = [event.touches[0]!, event.touches[1]!];
    const { left, top } = frame.getBoundingClientRect();
    const x = (one.clientX + other.clientX) / 2 - left;
    const y = (one.clientY + other.clientY) / 2 - top;
    zoomTo((begin.zoom * apartOf(event.touches)) / begin.apart, { x, y });
  }
  frame.addEventListener('touchstart', start, { signal, passive: true });
}

function apartOf(touches: TouchList): number {
  const [one, other] = [touches[0]!, touches[1]!];
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}

/** Wheel distance in pixels that doubles the size. */
const DOUBLE = 140;

function listenToTrackpad(
  frame: HTMLElement,
  present: () => number,
  zoomTo: ZoomTo,
  signal: AbortSignal,
): void {
  function turn(event: WheelEvent) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const { left, top } = frame.getBoundingClientRect();
    const focus = { x: event.clientX - left, y: event.clientY - top };
    zoomTo(present() * 2 ** (-event.deltaY / DOUBLE), focus);
  }
  frame.addEventListener('wheel', turn, { signal, passive: false });
}
