import type { PreparedImage } from '../image/prepared-image.ts';

/** Red, green, blue, each 0 to 1. */
export type Rgb = readonly [number, number, number];

export type FontWeight = 'regular' | 'bold';

/** Points, origin bottom left. A path is SVG data with y up and only absolute M L C Q Z. */
export type DrawingItem =
  | {
      kind: 'text';
      text: string;
      x: number;
      y: number;
      size: number;
      weight?: FontWeight;
      color?: Rgb;
    }
  | {
      kind: 'rectangle';
      x: number;
      y: number;
      width: number;
      height: number;
      fill?: Rgb;
      stroke?: Rgb;
      lineWidth?: number;
    }
  | {
      kind: 'line';
      from: readonly [number, number];
      to: readonly [number, number];
      color?: Rgb;
      lineWidth?: number;
    }
  | {
      kind: 'path';
      d: string;
      x: number;
      y: number;
      scale: number;
      fill?: Rgb;
      stroke?: Rgb;
      lineWidth?: number;
    }
  | {
      kind: 'image';
      image: PreparedImage;
      x: number;
      y: number;
      width: number;
      height: number;
    };

/** What a widget shows. It is scaled to the widget's box if its size differs. */
export interface Drawing {
  width: number;
  height: number;
  items: readonly DrawingItem[];
}
