import { inflateSync } from 'node:zlib';
import { PdfRefusal } from '../refusal.ts';
import { jpegBlockMeans } from './jpeg-blocks.ts';
import type { PreparedImage } from './prepared-image.ts';

/** Side, in pixels, of the areas that are examined; smaller specks do not count as a mark. */
const AREA = 8;
/** Minimum difference (of 255) between an area's mean and white that is visible. */
const VISIBLE = 12;

/** Whether some area of the picture, on white paper, is visibly darker than the paper. */
export const showsInk = (image: PreparedImage): boolean =>
  image.filter === 'FlateDecode' ? pixelsShow(image) : blocksShow(image);

interface Pixels {
  readonly rgb: Uint8Array;
  readonly alpha: Uint8Array | undefined;
  readonly width: number;
  readonly height: number;
}

function pixelsShow({ samples, alpha, width, height }: PreparedImage): boolean {
  const pixels = {
    rgb: inflateSync(Buffer.from(samples, 'base64')),
    alpha: alpha === undefined ? undefined : inflateSync(Buffer.from(alpha, 'base64')),
    width,
    height,
  };
  for (let y = 0; y < height; y += AREA)
    for (let x = 0; x < width; x += AREA) if (darkness(pixels, x, y) >= VISIBLE) return true;
  return false;
}

/** Mean darkness of an area, clipped at the picture's edges. */
function darkness({ rgb, alpha, width, height }: Pixels, left: number, top: number): number {
  const [right, bottom] = [Math.min(width, left + AREA), Math.min(height, top + AREA)];
  let sum = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const at = y * width + x;
      const least = Math.min(rgb[at * 3]!, rgb[at * 3 + 1]!, rgb[at * 3 + 2]!);
      sum += ((255 - least) * (alpha?.[at] ?? 255)) / 255;
    }
  return sum / ((right - left) * (bottom - top));
}

function blocksShow({ samples, colorSpace }: PreparedImage): boolean {
  const bytes = Buffer.from(samples, 'base64');
  const paper = paperOf(bytes, colorSpace);
  try {
    for (const { component, mean } of jpegBlockMeans(bytes)) {
      const white = paper[component];
      if (white !== undefined && Math.abs(white - mean) >= VISIBLE) return true;
    }
    return false;
  } catch (error) {
    if (error instanceof RangeError) throw new PdfRefusal('image_damaged');
    throw error;
  }
}

/** The Adobe APP14 segment; its colour transform is the twelfth byte (Adobe Technical Note 5116, § 18). */
const ADOBE = Buffer.from('\u00ff\u00ee\u0000\u000eAdobe', 'latin1');

/**
 * The value of white per component; undefined for components that do not show it (with YCC only luminance
 * does). CMYK is treated as inverted, as Adobe writes it, whatever the file says.
 */
function paperOf(bytes: Buffer, colorSpace: PreparedImage['colorSpace']): (number | undefined)[] {
  const at = bytes.indexOf(ADOBE);
  const transform = at < 0 ? undefined : bytes[at + 15];
  if (colorSpace === 'DeviceGray') return [255];
  if (colorSpace === 'DeviceRGB') return transform === 0 ? [255, 255, 255] : [255];
  return transform === 2 ? [0, undefined, undefined, 255] : [255, 255, 255, 255];
}
