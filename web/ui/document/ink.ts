/** Rows that are read at once. */
const STRIP = 64;

/** Of an empty page, or of a canvas that the device gave no memory: white, black, transparent. */
const EMPTY: readonly number[] = [0xffffffff, 0xff000000, 0];

/** Whether anything is drawn on a canvas: it is not all of one colour that means nothing. */
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

/** What can be read of pictures: RGBA, row by row. */
export interface CanvasImage {
  readonly width: number;
  readonly height: number;
  read(x: number, y: number, width: number, height: number): Uint8ClampedArray<ArrayBuffer>;
}

/** The context that pdf.js draws by: in memory, because it is read afterwards. */
const contextOf = (canvas: HTMLCanvasElement) =>
  canvas.getContext('2d', { alpha: false, willReadFrequently: true });

export const imageOf = (canvas: HTMLCanvasElement): CanvasImage => ({
  width: canvas.width,
  height: canvas.height,
  read: (...area) => contextOf(canvas)!.getImageData(...area).data,
});

/** Safari draws nothing on more than 16 777 216 pixels, and says nothing; Firefox on longer sides. */
const MOST_PIXELS = 16_000_000;
const LONGEST_SIDE = 32_000;
/** Below this a page would be no longer legible. */
const LEAST_PIXELS = 500_000;

/**
 * A canvas for a page of so many CSS pixels, at most `density` as fine, but no larger than this device
 * takes: a phone short of memory draws nothing on it, without a word. So it is tried.
 */
export function drawableCanvas(width: number, height: number, density: number): HTMLCanvasElement {
  const side = LONGEST_SIDE / Math.max(width, height);
  for (let most = MOST_PIXELS; ; most /= 2) {
    const fine = Math.min(density, side, Math.sqrt(most / (width * height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * fine));
    canvas.height = Math.max(1, Math.round(height * fine));
    if (takesInk(canvas) || most < LEAST_PIXELS) return canvas;
    canvas.width = 0;
  }
}

/** White on its last pixel, read again. */
function takesInk(canvas: HTMLCanvasElement): boolean {
  const context = contextOf(canvas);
  if (!context) return false;
  const [x, y] = [canvas.width - 1, canvas.height - 1];
  context.fillStyle = '#ffffff';
  context.fillRect(x, y, 1, 1);
  return context.getImageData(x, y, 1, 1).data[0] === 255;
}
