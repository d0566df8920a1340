import { clamped } from './geometry.ts';

export interface Spot {
  /** From 0. */
  readonly page: number;
  /** Fractions of the page, from its top left; beyond 0…1 outside of it. */
  readonly x: number;
  readonly y: number;
}

const pagesShown = () => [...document.querySelectorAll<HTMLElement>('.pdf-page')];

function spotOn(page: HTMLElement, clientX: number, clientY: number): Spot {
  const box = page.getBoundingClientRect();
  return {
    page: Number(page.dataset.page),
    x: (clientX - box.left) / box.width,
    y: (clientY - box.top) / box.height,
  };
}

const isOn = ({ x, y }: Spot) => x >= 0 && x <= 1 && y >= 0 && y <= 1;

/** The page under a pointer, and where on it; undefined beside the pages or outside of their frame. */
export function spotUnder(clientX: number, clientY: number): Spot | undefined {
  const frame = document.querySelector('.pdf-pages')?.getBoundingClientRect();
  if (!frame || clientY < frame.top || clientY > frame.bottom) return undefined;
  return pagesShown()
    .map((page) => spotOn(page, clientX, clientY))
    .find(isOn);
}

/** The middle of what is in view, for a field that is placed without a pointer. */
export function spotInView(): Spot {
  const frame = document.querySelector('.pdf-pages')?.getBoundingClientRect();
  const middle = frame ? frame.top + frame.height / 2 : window.innerHeight / 2;
  const pages = pagesShown();
  const page =
    pages.find((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return top <= middle && bottom >= middle;
    }) ?? pages[0];
  if (!page) return { page: 0, x: 0.5, y: 0.3 };
  const box = page.getBoundingClientRect();
  const spot = spotOn(page, box.left + box.width / 2, middle);
  return { ...spot, y: clamped(spot.y, 0.1, 0.9) };
}

/** How many points a CSS pixel is on a page of that width. */
export function pointsPerPixel(page: number, width: number): number {
  const shown = document.querySelector<HTMLElement>(`.pdf-page[data-page="${page}"]`);
  return width / (shown?.getBoundingClientRect().width || width);
}

/** CSS pixels of a point on the first page; most documents have pages of one width. */
export const pageScale = (pages: readonly { width: number }[]): number =>
  1 / pointsPerPixel(0, pages[0]?.width ?? 1);

const EDGE = 48;
const STEP = 14;

/** Lets the pages run while a field is held near their upper or lower edge. */
export function scrollAtEdge(clientY: number): void {
  const frame = document.querySelector('.pdf-pages');
  if (!frame) return;
  const { top, bottom } = frame.getBoundingClientRect();
  if (clientY < top + EDGE) frame.scrollTop -= STEP;
  if (clientY > bottom - EDGE) frame.scrollTop += STEP;
}
