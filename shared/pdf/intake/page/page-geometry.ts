import { PDFArray, type PDFDict, PDFNumber } from 'pdf-lib';
import type { PlannedField } from '../../plan.ts';
import { PdfRefusal } from '../../refusal.ts';
import { name } from '../../syntax/make-object.ts';

export interface Rectangle {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** How a page is displayed: visible box, rotation, scale. */
export interface PageGeometry {
  /** The visible box, in default user space. */
  readonly box: Rectangle;
  /** Degrees, clockwise. */
  readonly rotate: PlannedField['rotate'];
  /** Points per user space unit (/UserUnit). */
  readonly unit: number;
  /** Points, as displayed. */
  readonly width: number;
  readonly height: number;
}

/** US Letter, which viewers assume if there is no box. */
const DEFAULT_BOX: Rectangle = { left: 0, bottom: 0, right: 612, top: 792 };
/** ISO 32000-1, annex C.2: 3 to 14,400 units. */
const SMALLEST = 3;
const LARGEST = 14_400;
/** Bounds /UserUnit: 14,400 units are then half a kilometre. */
const LARGEST_UNIT = 100;

/** Throws `pdf_unsafe` for dimensions outside these limits. */
export function geometryOf(page: PDFDict): PageGeometry {
  const media = boxOf(page, 'MediaBox') ?? DEFAULT_BOX;
  const crop = boxOf(page, 'CropBox');
  const box = (crop && intersection(media, crop)) ?? media;
  const unit = numberOf(page, 'UserUnit') ?? 1;
  assertShowable(box, unit);
  const wide = (box.right - box.left) * unit;
  const high = (box.top - box.bottom) * unit;
  const rotate = rotationOf(page);
  const turned = rotate % 180 !== 0;
  return { box, rotate, unit, width: turned ? high : wide, height: turned ? wide : high };
}

function assertShowable({ left, bottom, right, top }: Rectangle, unit: number): void {
  const sides = [right - left, top - bottom];
  const showable = sides.every((side) => side >= SMALLEST && side <= LARGEST);
  if (!showable || unit > LARGEST_UNIT) {
    throw new PdfRefusal('pdf_unsafe', { width: right - left, height: top - bottom, unit });
  }
}

function boxOf(page: PDFDict, key: string): Rectangle | undefined {
  const array = page.lookup(name(key));
  if (!(array instanceof PDFArray)) return undefined;
  const sides = array.asArray().map((side) => page.context.lookup(side));
  const [a, b, c, d] = sides.map((side) => (side instanceof PDFNumber ? side.asNumber() : NaN));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  if ([a, b, c, d].some(Number.isNaN) || a === c || b === d) return undefined;
  return {
    left: Math.min(a, c),
    bottom: Math.min(b, d),
    right: Math.max(a, c),
    top: Math.max(b, d),
  };
}

function intersection(a: Rectangle, b: Rectangle): Rectangle | undefined {
  const common = {
    left: Math.max(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
    top: Math.min(a.top, b.top),
  };
  return common.left < common.right && common.bottom < common.top ? common : undefined;
}

function numberOf(page: PDFDict, key: string): number | undefined {
  const value = page.lookup(name(key));
  return value instanceof PDFNumber && value.asNumber() > 0 ? value.asNumber() : undefined;
}

function rotationOf(page: PDFDict): PlannedField['rotate'] {
  const value = page.lookup(name('Rotate'));
  const degrees = value instanceof PDFNumber ? value.asNumber() : 0;
  const turn = (((Math.round(degrees / 90) * 90) % 360) + 360) % 360;
  return turn as PlannedField['rotate'];
}

/** A rectangle on the page as displayed, in points from the top left. */
export interface DisplayedPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Converts a displayed rectangle to default user space. */
export function toPageSpace(geometry: PageGeometry, place: DisplayedPlace): Rectangle {
  const [x1, y1] = pointToPage(geometry, place.x, place.y);
  const [x2, y2] = pointToPage(geometry, place.x + place.width, place.y + place.height);
  return {
    left: Math.min(x1, x2),
    bottom: Math.min(y1, y2),
    right: Math.max(x1, x2),
    top: Math.max(y1, y2),
  };
}

function pointToPage({ box, rotate, unit }: PageGeometry, x: number, y: number): [number, number] {
  const [right, down] = [x / unit, y / unit];
  switch (rotate) {
    case 0:
      return [box.left + right, box.top - down];
    case 90:
      return [box.left + down, box.bottom + right];
    case 180:
      return [box.right - right, box.bottom + down];
    case 270:
      return [box.right - down, box.top - right];
  }
}
