import type { Size } from '../../domain/fields/field.ts';
import type { DrawingItem } from '../draw/drawing.ts';

/** The frame of a checkbox. */
export const frameItems = ({ width, height }: Size): DrawingItem[] => [
  {
    kind: 'rectangle',
    x: 0.5,
    y: 0.5,
    width: width - 1,
    height: height - 1,
    stroke: [0.35, 0.35, 0.35],
    lineWidth: 0.75,
  },
];

/** A tick as large as the box allows. */
export function tickItems({ width, height }: Size): DrawingItem[] {
  const side = Math.min(width, height);
  return [
    {
      kind: 'path',
      d: 'M 0.2 0.5 L 0.42 0.25 L 0.8 0.78',
      x: (width - side) / 2,
      y: (height - side) / 2,
      scale: side,
      stroke: [0, 0, 0],
      lineWidth: Math.max(1, side * 0.1),
    },
  ];
}
