import { describe, expect, it } from 'vitest';
import { type Pixels, removePaper } from '../../web/sign/marks/remove-paper.ts';

const WIDTH = 320;
const HEIGHT = 120;

type Shade = (x: number, y: number) => number;

/** A wave of a pen, three pixels thick. */
const isStroke = (x: number, y: number): boolean =>
  x > 30 && x < 290 && Math.abs(y - (60 + 35 * Math.sin(x / 18))) < 2;

/** Deterministic noise of paper and sensor. */
const grain = (x: number, y: number): number => ((x * 7919 + y * 104_729) % 11) - 5;

function picture(paper: Shade, ink: Shade, isInk = isStroke): Pixels {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const shade = (isInk(x, y) ? ink : paper)(x, y) + grain(x, y);
      data.set([shade, shade, shade, 255], (y * WIDTH + x) * 4);
    }
  return { data, width: WIDTH, height: HEIGHT };
}

/** Share of stroke pixels still visible on white, and of paper pixels removed. */
function kept({ data }: Pixels, isInk = isStroke) {
  const counts = { ink: 0, seen: 0, paper: 0, gone: 0 };
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const at = (y * WIDTH + x) * 4;
      const onPage = 255 - ((255 - data[at]!) * data[at + 3]!) / 255;
      if (isInk(x, y)) {
        counts.ink++;
        if (onPage < 180) counts.seen++;
      } else {
        counts.paper++;
        if (data[at + 3]! < 26) counts.gone++;
      }
    }
  return { ink: counts.seen / counts.ink, paper: counts.gone / counts.paper };
}

const flat =
  (shade: number): Shade =>
  () =>
    shade;
/** Lit from the left: paper on the right is darker than ink on the left may be. */
const shaded: Shade = (x) => 240 - x * 0.42;

describe('the paper of a photographed signature', () => {
  it.each<[string, Shade, Shade]>([
    ['dark ink on white paper', flat(245), flat(30)],
    ['dark ink on paper lit from one side', shaded, (x, y) => shaded(x, y) - 90],
    ['blue ballpoint, not very dark', flat(225), flat(120)],
    ['pencil', flat(235), flat(190)],
    ['pale ink on grey paper', flat(170), flat(135)],
    ['white ink on black paper', flat(25), flat(235)],
    ['chalk on a slate', flat(60), flat(150)],
  ])('goes, and the strokes stay: %s', (_, paper, ink) => {
    const pixels = picture(paper, ink);
    expect(removePaper(pixels)).toBe(true);
    const share = kept(pixels);
    expect(share.ink).toBeGreaterThan(0.9);
    expect(share.paper).toBeGreaterThan(0.97);
  });

  it('goes round a stamp that is filled with ink', () => {
    const isStamp = (x: number, y: number) => Math.hypot(x - 160, y - 60) < 50;
    const pixels = picture(flat(240), flat(90), isStamp);
    expect(removePaper(pixels)).toBe(true);
    expect(kept(pixels, isStamp).ink).toBeGreaterThan(0.95);
    expect(kept(pixels, isStamp).paper).toBeGreaterThan(0.95);
  });

  it.each<[string, Shade]>([
    ['white', flat(250)],
    ['grey', flat(140)],
    ['black', flat(12)],
    ['lit from one side', shaded],
  ])('leaves nothing of an empty sheet that is %s', (_, paper) => {
    const pixels = picture(paper, paper);
    expect(removePaper(pixels)).toBe(false);
    expect(pixels.data.every((value, index) => index % 4 !== 3 || value === 0)).toBe(true);
  });

  it('leaves a picture with a transparent ground as it is seen', () => {
    const pixels = picture(flat(0), flat(20));
    for (let y = 0; y < HEIGHT; y++)
      for (let x = 0; x < WIDTH; x++) if (!isStroke(x, y)) pixels.data[(y * WIDTH + x) * 4 + 3] = 0;
    expect(removePaper(pixels)).toBe(true);
    expect(kept(pixels).ink).toBeGreaterThan(0.9);
  });
});
