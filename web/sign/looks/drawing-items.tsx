import type { ComponentChild } from 'preact';
import type { DrawingItem, Rgb } from '../../../shared/pdf/draw/drawing.ts';
import { textWidth } from '../../../shared/pdf/font/font.ts';

type Of<K extends DrawingItem['kind']> = Extract<DrawingItem, { readonly kind: K }>;

interface Properties {
  readonly items: readonly DrawingItem[];
  /** Height of the box in points: the PDF's y axis points up, SVG's down. */
  readonly height: number;
}

/** Renders, as SVG, the same drawing instructions that will be written into the PDF. */
export const DrawingItems = ({ items, height }: Properties) => (
  <>{items.map((item) => SHAPES[item.kind](item as never, height))}</>
);

const SHAPES: {
  readonly [K in DrawingItem['kind']]: (item: Of<K>, height: number) => ComponentChild;
} = {
  text: ({ text, x, y, size, color, weight }, height) => (
    <text
      key={`${x} ${y}`}
      x={x}
      y={height - y}
      font-size={size}
      font-weight={weight === 'bold' ? 700 : 400}
      fill={inked(color ?? BLACK)}
      textLength={textWidth(text, size, weight)}
      lengthAdjust="spacingAndGlyphs"
    >
      {text}
    </text>
  ),
  rectangle: ({ x, y, width, fill, stroke, lineWidth, ...box }, height) => (
    <rect
      key={`${x} ${y}`}
      x={x}
      y={height - y - box.height}
      width={width}
      height={box.height}
      fill={inked(fill)}
      stroke={inked(stroke)}
      stroke-width={lineWidth}
    />
  ),
  line: ({ from, to, color = BLACK, lineWidth }, height) => (
    <line
      key={from.join(' ')}
      x1={from[0]}
      y1={height - from[1]}
      x2={to[0]}
      y2={height - to[1]}
      stroke={inked(color)}
      stroke-width={lineWidth}
    />
  ),
  path: ({ d, x, y, scale, fill, stroke, lineWidth = 1 }, height) => (
    <path
      key={`${x} ${y}`}
      d={d}
      transform={`translate(${x} ${height - y}) scale(${scale} ${-scale})`}
      fill={inked(fill)}
      stroke={inked(stroke)}
      stroke-width={lineWidth / scale}
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  ),
  /** Images are shown by their URLs. */
  image: () => null,
};

const BLACK: Rgb = [0, 0, 0];

const inked = (color: Rgb | undefined): string =>
  color ? `rgb(${color.map((part) => Math.round(part * 255)).join(' ')})` : 'none';
