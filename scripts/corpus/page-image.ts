/** Pixels of one rendered page, four bytes each; the fourth is not looked at. */
export interface PageImage {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

/** The longer side of every page image, in pixels. */
export const LONG_SIDE = 1_000;

/** The id strip and the widget lie within so many points of a page's lower edge. */
const FOOT_POINTS = 20;

/** Of 255, in one channel: less cannot be told apart by eye beside its neighbours. */
const VISIBLE = 48;

/** Flattening may move an edge by a part of a pixel: so many pixels of a thousand may differ. */
const TOLERATED_PER_MILLE = 0.05;
const TOLERATED_PIXELS = 4;

/** Undefined if two images of a page look the same above its foot, or else by how much they differ. */
export function pageDifference(
  before: PageImage,
  after: PageImage,
  points: { width: number; height: number },
): string | undefined {
  if (before.width !== after.width || before.height !== after.height) {
    return `${before.width}×${before.height} became ${after.width}×${after.height}`;
  }
  const foot = Math.ceil((FOOT_POINTS * before.height) / points.height);
  const rows = Math.max(0, before.height - foot);
  const pixels = rows * before.width;
  const differing = countDiffering(before, after, pixels);
  const tolerated = Math.max(TOLERATED_PIXELS, (pixels * TOLERATED_PER_MILLE) / 1_000);
  return differing > tolerated ? `${differing} of ${pixels} pixels` : undefined;
}

function countDiffering(before: PageImage, after: PageImage, pixels: number): number {
  let count = 0;
  for (let at = 0; at < pixels * 4; at += 4) {
    const red = Math.abs(before.rgba[at]! - after.rgba[at]!);
    const green = Math.abs(before.rgba[at + 1]! - after.rgba[at + 1]!);
    const blue = Math.abs(before.rgba[at + 2]! - after.rgba[at + 2]!);
    if (red > VISIBLE || green > VISIBLE || blue > VISIBLE) count += 1;
  }
  return count;
}
