import { PDFArray, type PDFDict, PDFNumber } from 'pdf-lib';
import { name } from '../../syntax/make-object.ts';
import type { Rectangle } from '../page/page-geometry.ts';

export type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that maps an appearance onto a rectangle; undefined if its /BBox is empty. */
export function appearanceMatrix(form: PDFDict, target: Rectangle): Matrix | undefined {
  const [left, bottom, right, top] = numbersOf(form, 'BBox') ?? [];
  if (left === undefined || bottom === undefined || right === undefined || top === undefined)
    return undefined;
  const matrix = (numbersOf(form, 'Matrix') as Matrix | undefined) ?? IDENTITY;
  return matrixOnto(target, { left, bottom, right, top }, matrix);
}

/**
 * Matrix A of ISO 32000-1, algorithm 8.1 (12.5.5): maps the transformed /BBox onto the annotation's
 * rectangle.
 */
export function matrixOnto(
  target: Rectangle,
  { left: x1, bottom: y1, right: x2, top: y2 }: Rectangle,
  matrix: Matrix,
): Matrix | undefined {
  const corners = [
    apply(matrix, x1, y1),
    apply(matrix, x2, y1),
    apply(matrix, x1, y2),
    apply(matrix, x2, y2),
  ];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - bottom];
  if (!(width > 0 && height > 0)) return undefined;
  const scaleX = (target.right - target.left) / width;
  const scaleY = (target.top - target.bottom) / height;
  return [scaleX, 0, 0, scaleY, target.left - left * scaleX, target.bottom - bottom * scaleY];
}

const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

export function numbersOf(dict: PDFDict, key: string): number[] | undefined {
  const array = dict.lookup(name(key));
  if (!(array instanceof PDFArray)) return undefined;
  const values = Array.from({ length: array.size() }, (_, index) => array.lookup(index));
  const numbers = values.map((value) => (value instanceof PDFNumber ? value.asNumber() : NaN));
  return numbers.some(Number.isNaN) ? undefined : numbers;
}
