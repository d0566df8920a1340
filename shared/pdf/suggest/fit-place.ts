import type { FieldKind, Size } from '../../domain/fields/field.ts';
import { FIELD_RULES, isMarkKind } from '../../domain/fields/field-kinds.ts';
import type { DisplayedPlace } from '../intake/page/page-geometry.ts';
import type { TextLine } from '../text/text-lines.ts';

/** Where a field is wanted: a position on a baseline. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  /** Font size of the surrounding text. */
  readonly size: number;
  /** Width of the line to write on, if there is one. */
  readonly width?: number;
}

/** Extent of text below and above its baseline, in font sizes. */
const [DESCENT, ASCENT] = [0.25, 0.8];
/** Height of a field for one line of text, in font sizes. */
const LINE_HEIGHT = 1.6;
const GAP = 2;
/** Minimum height of a signature in points, if it extends to both sides of its line. */
const MIN_MARK = 24;

/** Rectangle of a field at an anchor: its usual size, reduced to the room that the surrounding text leaves. */
export function fitPlace(
  kind: FieldKind,
  anchor: Anchor,
  page: Size,
  lines: readonly TextLine[],
): DisplayedPlace {
  const width = widthOf(kind, anchor, page, lines);
  const room = roomAround({ ...anchor, width }, page, lines);
  const { y, height } = isMarkKind(kind)
    ? markHeight(kind, anchor, room)
    : lineHeight(kind, anchor, room);
  return clamped({ x: anchor.x, y, width, height }, page);
}

/** Limits size and position of a field to the page. */
export function clamped(place: DisplayedPlace, page: Size): DisplayedPlace {
  const [width, height] = [Math.min(place.width, page.width), Math.min(place.height, page.height)];
  const x = Math.min(Math.max(place.x, 0), page.width - width);
  const y = Math.min(Math.max(place.y, 0), page.height - height);
  return { x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height) };
}

const tenth = (value: number): number => Math.floor(value * 10) / 10;

function widthOf(kind: FieldKind, anchor: Anchor, page: Size, lines: readonly TextLine[]): number {
  const { usual, least, isTick } = FIELD_RULES[kind];
  if (isTick) return Math.max(least.width, anchor.size);
  const wanted = anchor.width ?? usual.width;
  const right = lines
    .filter(({ x, y }) => Math.abs(y - anchor.y) < anchor.size / 2 && x > anchor.x)
    .map(({ x }) => x - GAP);
  return Math.max(
    least.width,
    Math.min(wanted, ...right.map((x) => x - anchor.x), page.width - anchor.x),
  );
}

/** Free height above and below the baseline. */
function roomAround(
  { x, y, size, width }: Required<Anchor>,
  page: Size,
  lines: readonly TextLine[],
): { top: number; bottom: number } {
  const near = lines.filter((line) => line.x < x + width && line.endX > x);
  const above = near.filter((line) => line.y < y - DESCENT * size);
  const below = near.filter((line) => line.y > y + DESCENT * size);
  return {
    top: Math.max(0, ...above.map((line) => line.y + DESCENT * line.size)),
    bottom: Math.min(page.height, ...below.map((line) => line.y - ASCENT * line.size)),
  };
}

/** A signature extends upwards from the line; if there is no room above, also downwards. */
function markHeight(kind: FieldKind, { y, size }: Anchor, room: { top: number; bottom: number }) {
  const { usual, least } = FIELD_RULES[kind];
  const foot = Math.min(y + DESCENT * size, room.bottom);
  const above = Math.min(usual.height, foot - room.top);
  if (above >= MIN_MARK) return { y: foot - above, height: above };
  const top = Math.min(room.top, y - ASCENT * size);
  const height = Math.min(usual.height, Math.max(MIN_MARK, room.bottom - top));
  return { y: top, height: Math.max(height, least.height) };
}

function lineHeight(kind: FieldKind, { y, size }: Anchor, room: { top: number; bottom: number }) {
  const { usual, least, isTick } = FIELD_RULES[kind];
  if (isTick) return { y: y - ASCENT * size, height: Math.max(least.height, size) };
  const foot = y + DESCENT * size;
  const wanted = Math.min(usual.height, LINE_HEIGHT * size);
  const height = Math.max(least.height, Math.min(wanted, foot - Math.min(room.top, y)));
  return { y: foot - height, height };
}
