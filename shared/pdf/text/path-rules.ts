import { type Matrix, pointIn } from './matrix.ts';
import type { Rule } from './page-content.ts';

/** Points: a thicker box is no line to write on. */
const THICKEST = 2.5;
const SHORTEST = 8;
const MOST = 20_000;

/** Collects the straight lines of a page from its paths. */
export class PathRules {
  readonly rules: Rule[] = [];
  #boxes: Rule[] = [];
  #lines: Rule[] = [];
  #at: [number, number] | undefined;
  #start: [number, number] | undefined;

  move(ctm: Matrix, x: number, y: number): void {
    this.#at = pointIn(ctm, x, y);
    this.#start = this.#at;
  }

  line(ctm: Matrix, x: number, y: number): void {
    const to = pointIn(ctm, x, y);
    if (this.#at && this.#lines.length < MOST) this.#lines.push(boxOf(this.#at, to));
    this.#at = to;
  }

  close(): void {
    if (this.#at && this.#start) this.#lines.push(boxOf(this.#at, this.#start));
    this.#at = this.#start;
  }

  curve(ctm: Matrix, x: number, y: number): void {
    this.#at = pointIn(ctm, x, y);
  }

  rectangle(ctm: Matrix, x: number, y: number, width: number, height: number): void {
    if (this.#boxes.length < MOST)
      this.#boxes.push(boxOf(pointIn(ctm, x, y), pointIn(ctm, x + width, y + height)));
  }

  paint({ isStroked, isFilled }: { isStroked: boolean; isFilled: boolean }): void {
    const stroked = isStroked ? [...this.#lines, ...this.#boxes.flatMap(edgesOf)] : [];
    const filled = isFilled ? [...this.#boxes, ...outlined(this.#lines)] : [];
    const straight = [...stroked, ...filled].filter(isRule);
    if (this.rules.length < MOST) this.rules.push(...straight);
    this.drop();
  }

  drop(): void {
    this.#boxes = [];
    this.#lines = [];
    this.#at = undefined;
    this.#start = undefined;
  }
}

function boxOf([x1, y1]: [number, number], [x2, y2]: [number, number]): Rule {
  const [x, y] = [Math.min(x1, x2), Math.min(y1, y2)];
  return { x, y, width: Math.abs(x1 - x2), height: Math.abs(y1 - y2) };
}

/** A box that was drawn by its four sides and filled. */
function outlined(lines: readonly Rule[]): Rule[] {
  const [first] = lines;
  if (!first || lines.length < 3 || lines.length > 5) return [];
  const x = Math.min(...lines.map((line) => line.x));
  const y = Math.min(...lines.map((line) => line.y));
  const width = Math.max(...lines.map((line) => line.x + line.width)) - x;
  const height = Math.max(...lines.map((line) => line.y + line.height)) - y;
  return [{ x, y, width, height }];
}

const edgesOf = ({ x, y, width, height }: Rule): Rule[] => [
  { x, y, width, height: 0 },
  { x, y: y + height, width, height: 0 },
  { x, y, width: 0, height },
  { x: x + width, y, width: 0, height },
];

const isRule = ({ width, height }: Rule): boolean =>
  Math.min(width, height) <= THICKEST && Math.max(width, height) >= SHORTEST;
