import { PDFArray, PDFDict, PDFHexString, PDFNumber, PDFString } from 'pdf-lib';
import type { Size } from '../../../domain/fields/field.ts';
import type { DrawingItem, Rgb } from '../../draw/drawing.ts';
import { inherited } from '../../syntax/inherited.ts';
import { name } from '../../syntax/make-object.ts';
import { numbersOf } from './appearance-matrix.ts';

/**
 * Appearance characteristics of a field without an appearance stream (ISO 32000-1, 12.5.6.19 and 12.7.3.3).
 */
export interface FieldLook {
  /** Background and border. */
  readonly frame: readonly DrawingItem[];
  /** Border width in points, or 0. */
  readonly borderWidth: number;
  readonly font?: string;
  /** Font size; 0 for automatic. */
  readonly size: number;
  readonly color: Rgb;
}

const FONT = /\/(\S+)\s+(-?[\d.]+)\s+Tf/;
const COLOR = /((?:[\d.]+\s+){1,4})(?:g|rg|k)\b/;
const BLACK: Rgb = [0, 0, 0];

export function fieldLook(
  widget: PDFDict,
  form: PDFDict | undefined,
  box: Size,
  isRound = false,
): FieldLook {
  const appearance = textIn(inherited(widget, 'DA') ?? form?.lookup(name('DA')));
  const [, font, size] = FONT.exec(appearance) ?? [];
  const components = COLOR.exec(appearance)?.[1]?.trim().split(/\s+/).map(Number) ?? [];
  const { items, borderWidth } = frameOf(widget, box, isRound);
  return {
    frame: items,
    borderWidth,
    ...(font !== undefined && { font }),
    size: Math.max(0, Number(size ?? 0)),
    color: colorOf(components) ?? BLACK,
  };
}

const textIn = (value: unknown): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';

function frameOf(widget: PDFDict, box: Size, isRound: boolean) {
  const look = widget.lookup(name('MK'));
  const colors = (key: string) =>
    look instanceof PDFDict ? colorOf(numbersOf(look, key) ?? []) : undefined;
  const [fill, stroke] = [colors('BG'), colors('BC')];
  const { width: borderWidth, isUnderline } = stroke ? borderOf(widget) : NO_BORDER;
  const shape = isRound ? disc : rectangle;
  const items: DrawingItem[] = [];
  if (fill) items.push({ ...shape(box, 0), fill });
  if (stroke && borderWidth > 0) {
    items.push(
      isUnderline
        ? underline(box, stroke, borderWidth)
        : { ...shape(box, borderWidth / 2), stroke, lineWidth: borderWidth },
    );
  }
  return { items, borderWidth };
}

const rectangle = ({ width, height }: Size, inset: number) =>
  ({
    kind: 'rectangle',
    x: inset,
    y: inset,
    width: width - 2 * inset,
    height: height - 2 * inset,
  }) as const;

/** Unit circle from four cubic Bézier curves. */
const CIRCLE =
  'M 1 0 C 1 0.5523 0.5523 1 0 1 C -0.5523 1 -1 0.5523 -1 0 C -1 -0.5523 -0.5523 -1 0 -1 C 0.5523 -1 1 -0.5523 1 0 Z';

export const disc = ({ width, height }: Size, inset: number) =>
  ({
    kind: 'path',
    d: CIRCLE,
    x: width / 2,
    y: height / 2,
    scale: Math.max(0.1, Math.min(width, height) / 2 - inset),
  }) as const;

const underline = ({ width }: Size, color: Rgb, lineWidth: number): DrawingItem => ({
  kind: 'line',
  from: [0, lineWidth / 2],
  to: [width, lineWidth / 2],
  color,
  lineWidth,
});

const NO_BORDER = { width: 0, isUnderline: false };

function borderOf(widget: PDFDict): typeof NO_BORDER {
  const style = widget.lookup(name('BS'));
  const border = widget.lookup(name('Border'));
  const styled = style instanceof PDFDict ? style.lookup(name('W')) : undefined;
  const width = styled ?? (border instanceof PDFArray ? border.lookup(2) : undefined);
  return {
    width: width instanceof PDFNumber ? Math.max(0, width.asNumber()) : 1,
    isUnderline: style instanceof PDFDict && style.lookup(name('S')) === name('U'),
  };
}

/** Gray, RGB or CMYK by the number of components. */
function colorOf(components: readonly number[]): Rgb | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = components;
  if (components.length === 1) return [a, a, a];
  if (components.length === 3) return [a, b, c];
  if (components.length !== 4) return undefined;
  return [(1 - a) * (1 - d), (1 - b) * (1 - d), (1 - c) * (1 - d)];
}
