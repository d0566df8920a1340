import { inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { prepareImage } from '../../shared/pdf/image/image.ts';

const LIMITS = { maxBytes: 100_000, maxPixels: 10_000 };
const refusal = (code: string) => expect.objectContaining({ name: 'PdfRefusal', code });
const prepare = (bytes: Uint8Array) => prepareImage(bytes, LIMITS);

/** 40 by 20 pixels, blue on the left and red on the right. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAUACgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDjqKKK+xOctWX8f4VaqrZfx/hVqvjs1/3ufy/JH1WW/wC6x+f5sKKKK847zLooor9CPhi1Zfx/hVqiivjs1/3ufy/JH1WW/wC6x+f5sKKKK847z//Z',
  'base64',
);

/** An EXIF segment with the camera's orientation. */
function heldBy(orientation: number): Buffer {
  const tiff = Buffer.from(
    'MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0',
    'latin1',
  );
  tiff.writeUInt16BE(orientation, 18);
  const data = Buffer.concat([Buffer.from('Exif\0\0GPS here'.slice(0, 6)), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, data.length + 2]);
  return Buffer.concat([JPEG.subarray(0, 2), head, data, JPEG.subarray(2)]);
}

function png(width: number, height: number, alpha = 255): Buffer {
  const image = new PNG({ width, height });
  for (let at = 0; at < image.data.length; at += 4) image.data.set([10, 20, 30, alpha], at);
  return PNG.sync.write(image);
}

describe('a PNG', () => {
  test('is kept as its samples and its opacity', async () => {
    const prepared = await prepare(png(8, 4, 128));
    expect(prepared).toMatchObject({ width: 8, height: 4, colorSpace: 'DeviceRGB' });
    const samples = inflateSync(Buffer.from(prepared.samples, 'base64'));
    expect([samples.length, ...samples.subarray(0, 3)]).toEqual([8 * 4 * 3, 10, 20, 30]);
    const alpha = inflateSync(Buffer.from(prepared.alpha ?? '', 'base64'));
    expect([alpha.length, alpha[0]]).toEqual([8 * 4, 128]);
  });

  test('survives JSON', async () => {
    const prepared = await prepare(png(8, 4));
    expect(JSON.parse(JSON.stringify(prepared))).toEqual(prepared);
  });

  test('of too many pixels is refused before it is decoded', async () => {
    await expect(prepare(png(200, 200))).rejects.toEqual(refusal('image_too_large'));
  });

  test('that holds more than it says is damaged', async () => {
    const bytes = png(100, 100);
    const small = Buffer.from(bytes);
    small.writeUInt32BE(2, 16);
    small.writeUInt32BE(2, 20);
    await expect(prepare(small)).rejects.toEqual(refusal('image_damaged'));
  });

  test.each([20, 40, 60])('cut off after %i bytes is damaged', async (length) => {
    await expect(prepare(png(8, 4).subarray(0, length))).rejects.toEqual(refusal('image_damaged'));
  });
});

describe('a JPEG', () => {
  test('is kept as it is coded', async () => {
    const prepared = await prepare(JPEG);
    expect(prepared).toMatchObject({ width: 40, height: 20, filter: 'DCTDecode' });
    expect(Buffer.from(prepared.samples, 'base64').equals(JPEG)).toBe(true);
  });

  test('held sideways is displayed upright, and its metadata is dropped', async () => {
    const prepared = await prepare(heldBy(6));
    expect(prepared).toMatchObject({ width: 20, height: 40, orientation: 6 });
    expect(Buffer.from(prepared.samples, 'base64').equals(JPEG)).toBe(true);
  });

  test('cut off is damaged', async () => {
    await expect(prepare(JPEG.subarray(0, 300))).rejects.toEqual(refusal('image_damaged'));
    await expect(prepare(JPEG.subarray(0, -2))).rejects.toEqual(refusal('image_damaged'));
  });

  test('of arithmetic coding, which no viewer shows, is of a wrong type', async () => {
    const coded = Buffer.from(JPEG);
    coded[coded.indexOf(Uint8Array.of(0xff, 0xc0)) + 1] = 0xc9;
    await expect(prepare(coded)).rejects.toEqual(refusal('image_type'));
  });
});

test.each([
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>'],
  ['GIF', 'GIF89a'],
  ['nothing', ''],
])('%s is refused whatever it is called', async (_, content) => {
  await expect(prepare(Buffer.from(content))).rejects.toEqual(refusal('image_type'));
});

test('too many bytes are refused unread', async () => {
  await expect(prepare(Buffer.alloc(100_001))).rejects.toEqual(refusal('image_too_large'));
});
