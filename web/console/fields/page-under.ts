import { clamped } from './geometry.ts';

export interface Spot {
  /** Page index, from 0. */
  readonly page: number;
  /** Fractions of the page from its top left; outside 0…1 if beyond the page. */
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

/** Page and position under a pointer; undefined beside the pages or outside their frame. */
export function spotUnder(clientX: number, clientY: number): Spot | undefined {
  const frame = document.querySelector('.pdf-pages')?.getBoundingClientRect();
  if (!frame || clientY < frame.top || clientY > frame.bottom) return undefined;
  return pagesShown()
    .map((page) => spotOn(page, clientX, clientY))
    .find(isOn);
}

/** Middle of the visible area, where fields added without a pointer are placed. */
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

/** Points per CSS pixel on a page of that width. */
export function pointsPerPixel(page: number, width: number): number {
  const shown = document.querySelector<HTMLElement>(`.pdf-page[data-page="${page}"]`);
  return width / (shown?.getBoundingClientRect().width || width);
}

/** CSS pixels per point on the first page; most documents have pages of equal width. */
export const pageScale = (pages: readonly { width: number }[]): number =>
  1 / pointsPerPixel(0, pages[0]?.width ?? 1);

const EDGE = 48;
const STEP = 14;

/** Scrolls the pages while a field is dragged near their upper or lower edge. */
export function scrollAtEdge(clientY: number): void {
  const frame = document.querySelector('.pdf-pages');
  if (!frame) return;
  const { top, bottom } = frame.getBoundingClientRect();
  if (clientY < top + EDGE) frame.scrollTop -= STEP;
  if (clientY > bottom - EDGE) frame.scrollTop += STEP;
}
