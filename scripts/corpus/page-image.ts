/** Pixels of a rendered page, RGBA; alpha is ignored. */
export interface PageImage {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

/** The longer side of every page image, in pixels. */
export const LONG_SIDE = 1_000;

/** Height in points of the strip at the foot that is not compared: it has the id strip and the test's widget. */
const FOOT_POINTS = 20;

/** Minimum difference in one channel (of 255) that is visible. */
const VISIBLE = 48;

/** Tolerated differing pixels, in thousandths, because flattening may move an edge by a fraction of a pixel. */
const TOLERATED_PER_MILLE = 0.05;
const TOLERATED_PIXELS = 4;

/** Points, as displayed. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of a page as fractions of its width and height, from the top left. */
export interface PageShare {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels by which a border may exceed its field. */
const EDGE_PIXELS = 2;

/**
 * Undefined if two images of a page look the same above the foot and outside the excluded areas, else the size
 * of the difference.
 */
export function pageDifference(
  before: PageImage,
  after: PageImage,
  points: Size,
  leftOut: readonly PageShare[] = [],
): string | undefined {
  if (before.width !== after.width || before.height !== after.height) {
    return `${before.width}×${before.height} became ${after.width}×${after.height}`;
  }
  const pixels = pixelsAboveFoot(before, points);
  const boxes = leftOut.map((share) => boxOf(before, share));
  const differing = differingPixels(before, after, pixels).filter(
    (pixel) => !boxes.some((box) => isIn(box, before, pixel)),
  );
  const tolerated = Math.max(TOLERATED_PIXELS, (pixels * TOLERATED_PER_MILLE) / 1_000);
  return differing.length > tolerated ? `${differing.length} of ${pixels} pixels` : undefined;
}

function pixelsAboveFoot({ width, height }: PageImage, points: Size): number {
  const foot = Math.ceil((FOOT_POINTS * height) / points.height);
  return Math.max(0, height - foot) * width;
}

/** Whether an area of a page looks the same in two images, as far as it lies above the foot. */
export function isSameWithin(
  before: PageImage,
  after: PageImage,
  points: Size,
  share: PageShare,
): boolean {
  if (before.width !== after.width || before.height !== after.height) return false;
  const box = boxOf(before, share);
  const differing = differingPixels(before, after, pixelsAboveFoot(before, points));
  return differing.filter((pixel) => isIn(box, before, pixel)).length <= TOLERATED_PIXELS;
}

const boxOf = ({ width, height }: PageImage, share: PageShare): PageShare => ({
  left: Math.floor(share.left * width) - EDGE_PIXELS,
  right: Math.ceil(share.right * width) + EDGE_PIXELS,
  top: Math.floor(share.top * height) - EDGE_PIXELS,
  bottom: Math.ceil(share.bottom * height) + EDGE_PIXELS,
});

function isIn(box: PageShare, { width }: PageImage, pixel: number): boolean {
  const [x, y] = [pixel % width, Math.floor(pixel / width)];
  return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
}

function differingPixels(before: PageImage, after: PageImage, pixels: number): number[] {
  const differing: number[] = [];
  for (let at = 0; at < pixels * 4; at += 4) {
    const red = Math.abs(before.rgba[at]! - after.rgba[at]!);
    const green = Math.abs(before.rgba[at + 1]! - after.rgba[at + 1]!);
    const blue = Math.abs(before.rgba[at + 2]! - after.rgba[at + 2]!);
    if (red > VISIBLE || green > VISIBLE || blue > VISIBLE) differing.push(at / 4);
  }
  return differing;
}
