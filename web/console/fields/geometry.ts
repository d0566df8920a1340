import { FIELD_RULES } from '../../../shared/domain/fields/field-kinds.ts';
import type { Field } from '../sender-api.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Alignment guide with a neighbour or the page's middle, in points. */
export interface Guides {
  readonly x?: number;
  readonly y?: number;
}

/** Minimum side in points that a mouse or finger can still hit. */
const MIN_SIDE = 8;

/** Minimum size in points at which the value is legible. */
export const leastOf = (kind: Field['kind']): Size => ({
  width: Math.max(MIN_SIDE, FIELD_RULES[kind].least.width),
  height: Math.max(MIN_SIDE, FIELD_RULES[kind].least.height),
});

export const clamped = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most));

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The field moved inside its page, and shrunk to it if larger. */
export function inside(field: Field, page: Size): Field {
  const least = leastOf(field.kind);
  const width = clamped(field.width, least.width, page.width);
  const height = clamped(field.height, least.height, page.height);
  return {
    ...field,
    width: tenth(width),
    height: tenth(height),
    x: tenth(clamped(field.x, 0, page.width - width)),
    y: tenth(clamped(field.y, 0, page.height - height)),
  };
}

const NEAR = 4;

/** Start, middle and end of an interval. */
const marksOf = (start: number, length: number) => [start, start + length / 2, start + length];

/** The smallest shift that aligns one of `mine` with one of `theirs`, and the position of that alignment. */
function nearest(mine: readonly number[], theirs: readonly number[]) {
  let best: { step: number; at: number } | undefined;
  for (const at of theirs)
    for (const mark of mine) {
      const step = at - mark;
      if (Math.abs(step) <= NEAR && Math.abs(step) < Math.abs(best?.step ?? Infinity))
        best = { step, at };
    }
  return best;
}

const linesOf = (others: readonly Field[], page: Size) => ({
  xs: [page.width / 2, ...others.flatMap(({ x, width }) => marksOf(x, width))],
  ys: [page.height / 2, ...others.flatMap(({ y, height }) => marksOf(y, height))],
});

/** A moved field, snapped to nearby edges and middles of its neighbours. */
export function snapped(field: Field, others: readonly Field[], page: Size) {
  const { xs, ys } = linesOf(others, page);
  const across = nearest(marksOf(field.x, field.width), xs);
  const down = nearest(marksOf(field.y, field.height), ys);
  const moved = { ...field, x: field.x + (across?.step ?? 0), y: field.y + (down?.step ?? 0) };
  return { field: inside(moved, page), guides: guidesOf(across, down) };
}

/** A field resized at its bottom right corner; only that corner snaps. */
export function snappedSize(field: Field, others: readonly Field[], page: Size) {
  const { xs, ys } = linesOf(others, page);
  const across = nearest([field.x + field.width], xs);
  const down = nearest([field.y + field.height], ys);
  const least = leastOf(field.kind);
  const width = clamped(field.width + (across?.step ?? 0), least.width, page.width - field.x);
  const height = clamped(field.height + (down?.step ?? 0), least.height, page.height - field.y);
  return {
    field: { ...field, width: tenth(width), height: tenth(height) },
    guides: guidesOf(across, down),
  };
}

const guidesOf = (
  across: { at: number } | undefined,
  down: { at: number } | undefined,
): Guides => ({
  ...(across && { x: across.at }),
  ...(down && { y: down.at }),
});

/** Minimum distance between two fields, so that they can be hit separately (WCAG 2.2, 2.5.8). */
const GAP = 12;
/** Coordinates are rounded to tenths of a point. */
const CLOSE = GAP - 0.2;

const isClose = (a: Field, b: Field): boolean =>
  a.x < b.x + b.width + CLOSE &&
  b.x < a.x + a.width + CLOSE &&
  a.y < b.y + b.height + CLOSE &&
  b.y < a.y + a.height + CLOSE;

/** A free position for the field: as given, else the nearest below, else above, else as given despite the overlap. */
export function freePlace(field: Field, others: readonly Field[], page: Size): Field {
  const wished = inside(field, page);
  const at = (y: number): Field => ({ ...wished, y: tenth(y) });
  const below = others.map((other) => other.y + other.height + GAP).filter((y) => y > wished.y);
  const above = others.map((other) => other.y - wished.height - GAP).filter((y) => y < wished.y);
  const rows = [wished.y, ...below.sort((a, b) => a - b), ...above.sort((a, b) => b - a)];
  const free = rows
    .filter((y) => y >= 0 && y + wished.height <= page.height)
    .map(at)
    .find((place) => !others.some((other) => isClose(place, other)));
  return free ?? wished;
}
