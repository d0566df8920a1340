import type { Operand } from './content-operators.ts';
import { IDENTITY, type Matrix, times } from './matrix.ts';
import type { TextFont } from './text-font.ts';

/** What q saves (ISO 32000-1, tables 52 and 104), as far as text and lines need it. */
export interface GraphicsState {
  ctm: Matrix;
  font: TextFont | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

export const initialState = (ctm: Matrix): GraphicsState => ({
  ctm,
  font: undefined,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
});

/** Where the next glyph and the next line begin (9.4.2). */
export class TextPosition {
  matrix: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;

  set(matrix: Matrix): void {
    this.matrix = matrix;
    this.#line = matrix;
  }

  nextLine(x: number, y: number): void {
    this.set(times([1, 0, 0, 1, x, y], this.#line));
  }

  advance(x: number): void {
    this.matrix = times([1, 0, 0, 1, x, 0], this.matrix);
  }
}

export const numeric = (operand: Operand | undefined): number =>
  typeof operand === 'number' ? operand : 0;

export function matrixOf(operands: readonly Operand[]): Matrix {
  const [a, b, c, d, e, f] = operands.slice(-6).map(numeric);
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0];
}
