import type { Size } from './label-fit.ts';

interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** CSS for a box on a page, in percent of the page and so independent of zoom; and the side with room for a label. */
export function placeOnPage({ x, y, width, height }: Box, page: Size) {
  const across = (points: number) => (points / page.width) * 100;
  const down = (points: number) => (points / page.height) * 100;
  return {
    style: {
      left: `${across(x)}%`,
      top: `${down(y)}%`,
      width: `${across(width)}%`,
      height: `${down(height)}%`,
      '--left': `${across(x)}cqw`,
      '--wide': `${across(width)}cqw`,
    },
    side: x + width / 2 > page.width / 2 ? 'to-the-left' : 'to-the-right',
  };
}
