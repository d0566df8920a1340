import { createCanvas } from '@napi-rs/canvas';
import { expect, it } from 'vitest';
import { hasInk } from '../../web/ui/document/ink.ts';

type Context = ReturnType<ReturnType<typeof createCanvas>['getContext']>;

/** A canvas that records operations. */
function drawn(act: (context: Context) => void) {
  const canvas = createCanvas(300, 500);
  const context = canvas.getContext('2d');
  act(context);
  const { width, height } = canvas;
  const read = (x: number, y: number, w: number, h: number) =>
    new Uint8ClampedArray(context.getImageData(x, y, w, h).data);
  return { width, height, read };
}

const filled = (colour: string) => (context: Context) => {
  context.fillStyle = colour;
  context.fillRect(0, 0, 300, 500);
};

it.each(['#ffffff', '#000000', '#00000000'])('a canvas that is %s all over is empty', (colour) => {
  expect(hasInk(drawn(filled(colour)))).toBe(false);
});

it('one pixel in the last corner is ink', () => {
  function dot(context: Context) {
    filled('#ffffff')(context);
    context.fillStyle = '#fefefe';
    context.fillRect(299, 499, 1, 1);
  }
  expect(hasInk(drawn(dot))).toBe(true);
});

it('a page of one colour is ink', () => {
  expect(hasInk(drawn(filled('#ffe9c8')))).toBe(true);
});

it('two halves, one white and one black, are ink wherever they meet', () => {
  for (const height of [63, 64, 128, 250]) {
    function halves(context: Context) {
      filled('#ffffff')(context);
      context.fillStyle = '#000000';
      context.fillRect(0, height, 300, 500 - height);
    }
    expect(hasInk(drawn(halves))).toBe(true);
  }
});
