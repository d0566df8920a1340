/** Number of rows read at once. */
const STRIP = 64;

/** Colours of an empty canvas, or of one for which the device had no memory: white, black, transparent. */
const EMPTY: readonly number[] = [0xffffffff, 0xff000000, 0];

/** Whether anything is drawn on a canvas: not all pixels have the same of these colours. */
export function hasInk({ width, height, ...canvas }: CanvasImage): boolean {
  let first: number | undefined;
  for (let top = 0; top < height; top += STRIP) {
    const rows = canvas.read(0, top, width, Math.min(STRIP, height - top));
    const pixels = new Uint32Array(rows.buffer);
    first ??= pixels[0]!;
    if (!EMPTY.includes(first) || pixels.some((pixel) => pixel !== first)) return true;
  }
  return false;
}

/** Readable image data: RGBA, row by row. */
export interface CanvasImage {
  readonly width: number;
  readonly height: number;
  read(x: number, y: number, width: number, height: number): Uint8ClampedArray<ArrayBuffer>;
}

/** The 2D context for pdf.js; kept in CPU memory (`willReadFrequently`), because it is read afterwards. */
const contextOf = (canvas: HTMLCanvasElement) =>
  canvas.getContext('2d', { alpha: false, willReadFrequently: true });

export const imageOf = (canvas: HTMLCanvasElement): CanvasImage => ({
  width: canvas.width,
  height: canvas.height,
  read: (...area) => contextOf(canvas)!.getImageData(...area).data,
});

/**
 * Maximum number of pixels and side length: Safari silently draws nothing above 16 777 216 pixels, Firefox on
 * longer sides.
 */
const MAX_PIXELS = 16_000_000;
const MAX_SIDE = 32_000;
/** Number of pixels below which a page would be illegible. */
const MIN_PIXELS = 500_000;

/**
 * A canvas for a page of this size in CSS pixels, with at most `density` and no larger than the device
 * supports. A phone short of memory silently draws nothing, so a pixel is written and read back.
 */
export function drawableCanvas(width: number, height: number, density: number): HTMLCanvasElement {
  const side = MAX_SIDE / Math.max(width, height);
  for (let most = MAX_PIXELS; ; most /= 2) {
    const fine = Math.min(density, side, Math.sqrt(most / (width * height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * fine));
    canvas.height = Math.max(1, Math.round(height * fine));
    if (takesInk(canvas) || most < MIN_PIXELS) return canvas;
    canvas.width = 0;
  }
}

/** Writes white to the last pixel and reads it back. */
function takesInk(canvas: HTMLCanvasElement): boolean {
  const context = contextOf(canvas);
  if (!context) return false;
  const [x, y] = [canvas.width - 1, canvas.height - 1];
  context.fillStyle = '#ffffff';
  context.fillRect(x, y, 1, 1);
  return context.getImageData(x, y, 1, 1).data[0] === 255;
}
