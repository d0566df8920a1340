import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { prepareImage } from '../../shared/pdf/image/image.ts';
import { showsInk } from '../../shared/pdf/image/ink.ts';
import { jpegBlockMeans } from '../../shared/pdf/image/jpeg-blocks.ts';

const shows = async (bytes: Uint8Array) =>
  showsInk(await prepareImage(bytes, { maxBytes: 1_000_000, maxPixels: 1_000_000 }));

type Rgba = readonly [number, number, number, number];

/** 60 by 40 pixels of one colour, with a stroke of another colour across. */
function png(paper: Rgba, ink?: Rgba): Buffer {
  const image = new PNG({ width: 60, height: 40 });
  for (let at = 0; at < image.data.length; at += 4) image.data.set(paper, at);
  for (let x = 5; ink && x < 55; x++) image.data.set(ink, (20 * 60 + x) * 4);
  return PNG.sync.write(image);
}

describe('a PNG', () => {
  test.each<[string, Rgba, Rgba?]>([
    ['white', [255, 255, 255, 255]],
    ['nearly white', [250, 251, 252, 255]],
    ['transparent', [0, 0, 0, 0]],
    ['of one 255th of opacity', [0, 0, 0, 1]],
    ['transparent, with a stroke of one 255th', [0, 0, 0, 0], [0, 0, 0, 1]],
    ['white, with a white stroke', [255, 255, 255, 255], [254, 254, 254, 255]],
    ['transparent, with a white stroke', [0, 0, 0, 0], [255, 255, 255, 255]],
  ])('%s shows nothing', async (_, paper, ink) => expect(await shows(png(paper, ink))).toBe(false));

  test.each<[string, Rgba, Rgba]>([
    ['black on white', [255, 255, 255, 255], [0, 0, 0, 255]],
    ['blue on nothing', [0, 0, 0, 0], [20, 30, 160, 255]],
    ['yellow on white', [255, 255, 255, 255], [255, 240, 0, 255]],
    ['half transparent grey', [0, 0, 0, 0], [100, 100, 100, 180]],
    ['white on black', [0, 0, 0, 255], [255, 255, 255, 255]],
  ])('%s shows a stroke', async (_, paper, ink) => expect(await shows(png(paper, ink))).toBe(true));
});

/** 24 by 16 pixels with a line, as progressive JPEG in ink-based colours (CMYK, YCCK). */
const INKED = [
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/wgALCAAQABgBAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAgAF/9oACAEBAAAAAdVKF//EABgQAQEBAQEAAAAAAAAAAAAAAAECABAS/9oACAEBAAEFAloSiusjj0b/xAAaEAACAgMAAAAAAAAAAAAAAAAAAREhEDFh/9oACAEBAAY/AtSis9Lco//EAB0QAQABAwUAAAAAAAAAAAAAAAEAESExEEFRcaH/2gAIAQEAAT8h8A8kIu7NzVmqWYSzClA5MM//2gAIAQEAAAAQu//EAB0QAQACAgIDAAAAAAAAAAAAAAERITFBAHEQUWH/2gAIAQEAAT8QRMUwVxaaduunjRnikITMI2Px8joWRQbiTVYw8oGVM9OQp3ZHXP/Z',
  '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAUDg8SDw0UEhASFxUUGB4yIR4cHB49LC4kMklATEtHQEZFUFpzYlBVbVZFRmSIZW13e4GCgU5gjZeMfZZzfoF8/9sAQwEVFxceGh47ISE7fFNGU3x8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8/8AAFAgAEAAYBAEiAAIRAQMRAQQiAP/EABcAAQEBAQAAAAAAAAAAAAAAAAADBgL/xAAhEAABAwUAAgMAAAAAAAAAAAABAAIDBBEhMUEScRMyYf/EABQBAQAAAAAAAAAAAAAAAAAAAAD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/AMYiIg1cklRFIT8QmhOgzD264cHp56K7gqIqhpMT72w5pFnNO7EHIP4VVRmpop3Bz22kb9XtPi4dtccxrRRERBZFCFtRG7wlkbLHbDyPF/NgYPci3pF//9k=',
];
const WHITE = [
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/wgALCAAQABgBAREA/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/2gAIAQEAAAABsg//xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAEFAl//xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAY/Al//xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAE/IV//2gAIAQEAAAAQ/wD/xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAE/EF//2Q==',
  '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAUDg8SDw0UEhASFxUUGB4yIR4cHB49LC4kMklATEtHQEZFUFpzYlBVbVZFRmSIZW13e4GCgU5gjZeMfZZzfoF8/9sAQwEVFxceGh47ISE7fFNGU3x8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8/8AAFAgAEAAYBAEiAAIRAQMRAQQiAP/EABUAAQEAAAAAAAAAAAAAAAAAAAAG/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABQBAQAAAAAAAAAAAAAAAAAAAAD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/AIwAFmAAAAP/2Q==',
];

describe('a JPEG', () => {
  function jpeg(paper: string, ink?: string) {
    const canvas = createCanvas(61, 43);
    const context = canvas.getContext('2d');
    context.fillStyle = paper;
    context.fillRect(0, 0, 61, 43);
    if (ink) context.fillStyle = ink;
    if (ink) context.fillRect(5, 20, 50, 2);
    return canvas.toBuffer('image/jpeg', 60);
  }

  test.each([
    ['#fff', undefined, false],
    ['#fbfcfd', undefined, false],
    ['#fff', '#fefefe', false],
    ['#fff', '#000', true],
    ['#fff', '#1432a0', true],
    ['#000', '#fff', true],
  ])('%s with a stroke of %s: %s', async (paper, ink, is) =>
    expect(await shows(jpeg(paper, ink))).toBe(is),
  );

  test('progressive, or of inks, is judged alike', async () => {
    for (const base64 of INKED) expect(await shows(Buffer.from(base64, 'base64'))).toBe(true);
    for (const base64 of WHITE) expect(await shows(Buffer.from(base64, 'base64'))).toBe(false);
  });

  test('has the means that its pixels have', () => {
    const canvas = createCanvas(64, 48);
    const context = canvas.getContext('2d');
    for (let column = 0; column < 8; column++) {
      context.fillStyle = `rgb(${column * 30} ${column * 30} ${column * 30})`;
      context.fillRect(column * 8, 0, 8, 48);
    }
    const all = [...jpegBlockMeans(canvas.toBuffer('image/jpeg', 95))];
    const means = all.filter(({ component }) => component === 0).map(({ mean }) => mean);
    expect(means).toHaveLength(8 * 6);
    for (let column = 0; column < 8; column++)
      expect(means.filter((mean) => Math.abs(mean - column * 30) < 3)).toHaveLength(6);
  });

  test('with any damage is judged or refused, and nothing else', async () => {
    const whole = jpeg('#fff', '#000');
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 });
    const judged = fc.asyncProperty(damage, async (changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, byte] of changes) bytes[at] = byte;
      const answer = await shows(bytes).catch((error: Error) => error.name);
      expect([true, false, 'PdfRefusal']).toContain(answer);
    });
    await fc.assert(judged, { seed: 1, numRuns: 500 });
  });
});
