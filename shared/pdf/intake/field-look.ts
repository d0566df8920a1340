import { PDFArray, PDFDict, PDFHexString, PDFNumber, PDFString } from 'pdf-lib';
import type { DrawingItem, Rgb } from '../drawing.ts';
import { name } from '../make-object.ts';
import { numbersOf } from './appearance-matrix.ts';
import { inherited } from './inherited.ts';

interface Box {
  readonly width: number;
  readonly height: number;
}

/** How a field without an appearance asks to be shown (ISO 32000-1, 12.5.6.19 and 12.7.3.3). */
export interface FieldLook {
  /** Background and border. */
  readonly frame: readonly DrawingItem[];
  /** Of its border, or 0. */
  readonly borderWidth: number;
  readonly font?: string;
  /** 0 if it is to fit the field. */
  readonly size: number;
  readonly color: Rgb;
}

const FONT = /\/(\S+)\s+(-?[\d.]+)\s+Tf/;
const COLOR = /((?:[\d.]+\s+){1,4})(?:g|rg|k)\b/;
const BLACK: Rgb = [0, 0, 0];

export function fieldLook(widget: PDFDict, form: PDFDict | undefined, box: Box): FieldLook {
  const appearance = textIn(inherited(widget, 'DA') ?? form?.lookup(name('DA')));
  const [, font, size] = FONT.exec(appearance) ?? [];
  const components = COLOR.exec(appearance)?.[1]?.trim().split(/\s+/).map(Number) ?? [];
  const { items, borderWidth } = frameOf(widget, box);
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

function frameOf(widget: PDFDict, { width, height }: Box) {
  const look = widget.lookup(name('MK'));
  const colors = (key: string) =>
    look instanceof PDFDict ? colorOf(numbersOf(look, key) ?? []) : undefined;
  const [fill, stroke] = [colors('BG'), colors('BC')];
  const borderWidth = stroke ? borderOf(widget) : 0;
  const items: DrawingItem[] = [];
  if (fill) items.push({ kind: 'rectangle', x: 0, y: 0, width, height, fill });
  if (stroke && borderWidth > 0) {
    const inset = borderWidth / 2;
    const sides = { width: width - borderWidth, height: height - borderWidth };
    items.push({ kind: 'rectangle', x: inset, y: inset, ...sides, stroke, lineWidth: borderWidth });
  }
  return { items, borderWidth };
}

function borderOf(widget: PDFDict): number {
  const style = widget.lookup(name('BS'));
  const border = widget.lookup(name('Border'));
  const styled = style instanceof PDFDict ? style.lookup(name('W')) : undefined;
  const width = styled ?? (border instanceof PDFArray ? border.lookup(2) : undefined);
  return width instanceof PDFNumber ? Math.max(0, width.asNumber()) : 1;
}

/** One component is grey, three are red, green and blue, four cyan, magenta, yellow and black. */
function colorOf(components: readonly number[]): Rgb | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = components;
  if (components.length === 1) return [a, a, a];
  if (components.length === 3) return [a, b, c];
  if (components.length !== 4) return undefined;
  return [(1 - a) * (1 - d), (1 - b) * (1 - d), (1 - c) * (1 - d)];
}
