import type { PreparedImage } from '../image/prepared-image.ts';

/** Red, green, blue, each 0 to 1. */
export type Rgb = readonly [number, number, number];

export type FontWeight = 'regular' | 'bold';

/** Points, origin bottom left, y up. Paths are SVG data with absolute M, L, C, Q and Z only. */
export type DrawingItem =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly weight?: FontWeight;
      readonly color?: Rgb;
    }
  | {
      readonly kind: 'rectangle';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: Rgb;
      readonly stroke?: Rgb;
      readonly lineWidth?: number;
    }
  | {
      readonly kind: 'line';
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly color?: Rgb;
      readonly lineWidth?: number;
    }
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly x: number;
      readonly y: number;
      readonly scale: number;
      readonly fill?: Rgb;
      readonly stroke?: Rgb;
      readonly lineWidth?: number;
    }
  | {
      readonly kind: 'image';
      readonly image: PreparedImage;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };

/** A drawing for a widget, scaled to the widget's box. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly items: readonly DrawingItem[];
}
