/** Canvas pixels: red, green, blue and alpha, 0 to 255 each. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Number of squares along the longer side: lighting is uneven, so the paper's lightness is estimated per square. */
const SQUARES = 24;
/** The paper's lightness in a square is this percentile of its pixels. */
const PAPER_SHARE = 0.9;
/** Factor by which the paper's lightness may fall between neighbouring squares; a darker one is covered by ink. */
const FADING = 0.94;
/** Minimum difference in lightness (of 255) from the paper that counts as ink and not as grain. */
export const MIN_CONTRAST = 14;
/** Ink paler than this is darkened, so that it is legible on a white page. */
const GOOD_CONTRAST = 110;

/**
 * Makes paper transparent and keeps ink, in place. Pencil and pale ink are darkened; light ink on dark paper
 * becomes dark ink. Returns false, with everything transparent, if no ink stands out.
 */
export function removePaper(pixels: Pixels): boolean {
  if (isLightOnDark(lightnessOf(pixels))) invert(pixels);
  const light = lightnessOf(pixels);
  const ink = inkOf(pixels, light);
  const contrast = percentile(ink, 0.998);
  const grain = Math.max(MIN_CONTRAST / 3, percentile(ink, 0.5));
  const found = contrast >= Math.max(MIN_CONTRAST, 4 * grain);
  const [clear, solid] = [Math.max(2 * grain, contrast * 0.22), contrast * 0.6];
  const darker = Math.max(0, GOOD_CONTRAST / contrast - 1);
  for (let pixel = 0; pixel < ink.length; pixel++) {
    const depth = ink[pixel]!;
    const opacity = found ? Math.min(1, Math.max(0, (depth - clear) / (solid - clear))) : 0;
    soften(pixels.data, pixel * 4, opacity, depth * darker);
  }
  return found;
}

function soften(data: Uint8ClampedArray, at: number, opacity: number, darker: number): void {
  for (let channel = 0; channel < 3; channel++) data[at + channel]! -= darker;
  data[at + 3] = Math.round(data[at + 3]! * opacity);
}

/** Most of a picture is background, so ink is on the side of the lightness scale that differs from it more. */
function isLightOnDark(light: Uint8Array): boolean {
  const ground = percentile(light, 0.5);
  const lighter = percentile(light, 0.998) - ground;
  const darker = ground - percentile(light, 0.002);
  return ground < 128 && lighter > darker;
}

function invert({ data }: Pixels): void {
  for (let at = 0; at < data.length; at += 4)
    for (let channel = 0; channel < 3; channel++) data[at + channel] = 255 - data[at + channel]!;
}

/** How much darker than its paper each pixel is. */
function inkOf({ width, height }: Pixels, light: Uint8Array): Uint8Array {
  const side = Math.max(8, Math.ceil(Math.max(width, height) / SQUARES));
  const paper = paperOf(light, width, height, side);
  const ink = new Uint8Array(light.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      ink[y * width + x] = Math.max(
        0,
        paper(x / side - 0.5, y / side - 0.5) - light[y * width + x]!,
      );
  return ink;
}

/** The paper's lightness at a position (in squares), interpolated between the four nearest squares. */
function paperOf(light: Uint8Array, width: number, height: number, side: number) {
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)];
  const squares = Array.from({ length: columns * rows }, (_, index) => {
    const [left, top] = [(index % columns) * side, Math.floor(index / columns) * side];
    return percentile(squareOf(light, width, { left, top, side, height }), PAPER_SHARE);
  });
  lightenFilled(squares, columns);
  const at = (column: number, row: number) =>
    squares[within(row, rows) * columns + within(column, columns)]!;
  return (column: number, row: number): number => {
    const [left, top] = [Math.floor(column), Math.floor(row)];
    const [across, down] = [column - left, row - top];
    const upper = at(left, top) * (1 - across) + at(left + 1, top) * across;
    const lower = at(left, top + 1) * (1 - across) + at(left + 1, top + 1) * across;
    return upper * (1 - down) + lower * down;
  };
}

/** Squares covered by ink take the paper's lightness from their neighbours. */
function lightenFilled(squares: number[], columns: number): void {
  function lighten(index: number, ...neighbours: readonly number[]) {
    for (const neighbour of neighbours)
      squares[index] = Math.max(squares[index]!, FADING * (squares[neighbour] ?? 0));
  }
  const left = (index: number) => (index % columns > 0 ? index - 1 : -1);
  const right = (index: number) => ((index + 1) % columns > 0 ? index + 1 : -1);
  for (let index = 0; index < squares.length; index++) lighten(index, left(index), index - columns);
  for (let index = squares.length - 1; index >= 0; index--)
    lighten(index, right(index), index + columns);
}

const within = (index: number, count: number): number => Math.min(count - 1, Math.max(0, index));

function squareOf(
  light: Uint8Array,
  width: number,
  { left, top, side, height }: { left: number; top: number; side: number; height: number },
): Uint8Array {
  const right = Math.min(width, left + side);
  const lines = Array.from({ length: Math.min(side, height - top) }, (_, line) =>
    light.subarray((top + line) * width + left, (top + line) * width + right),
  );
  const square = new Uint8Array(lines.length * (right - left));
  for (const [index, line] of lines.entries()) square.set(line, index * (right - left));
  return square;
}

/** ITU-R BT.601 luma, 0 to 255, one per pixel; transparent pixels count as white paper. */
export function lightnessOf({ data }: Pixels): Uint8Array {
  const light = new Uint8Array(data.length / 4);
  for (let pixel = 0; pixel < light.length; pixel++) {
    const at = pixel * 4;
    const luma = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
    light[pixel] = 255 - ((255 - luma) * data[at + 3]!) / 255;
  }
  return light;
}

function percentile(values: Uint8Array, share: number): number {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value]!++;
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += counts[value]!;
    if (seen >= values.length * share) return value;
  }
  return 255;
}
