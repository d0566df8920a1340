import { expect, test } from 'vitest';
import { labelFit, type WidthOf } from '../../web/ui/document/label-fit.ts';

/** Letters half as wide as high. */
const widthOf: WidthOf = (text) => text.length / 2;

const fitted = (label: string, width: number, height: number, largest = 12) =>
  labelFit(label, { width, height }, largest, widthOf);

test('a label that has room is as large as may be', () => {
  expect(fitted('Timbro', 100, 40)).toEqual({ where: 'line', size: 12 });
  expect(fitted('Timbro', 100, 11)).toEqual({ where: 'line', size: 10 });
});

test('a label shrinks until it fits on its line, as long as it can be read', () => {
  expect(fitted('Unterschrift', 60, 40)).toEqual({ where: 'line', size: 10 });
  expect(fitted('Si', 9, 9.9)).toEqual({ where: 'line', size: 9 });
});

test('words go to the next line where the box is high enough, and are never broken', () => {
  expect(fitted('In qualità di', 36, 40)).toEqual({ where: 'lines', size: 9 });
  expect(fitted('In qualità di', 36, 15).where).toBe('outside');
  expect(fitted('Unterschrift', 50, 100).where).toBe('outside');
});

test('a label that nobody could read in its box stands beside it', () => {
  expect(fitted('Sì', 8, 40)).toEqual({ where: 'outside', size: 9 });
  expect(fitted('Timbro', 100, 8)).toEqual({ where: 'outside', size: 9 });
  expect(fitted('x'.repeat(80), 200, 60).where).toBe('outside');
});

test('on a page so small that nothing can be read, a label is as small as the page', () => {
  expect(fitted('Timbro', 100, 40, 4)).toEqual({ where: 'line', size: 4 });
});
