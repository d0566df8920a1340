import { glyphCodes } from '../font/font.ts';
import type { PreparedImage } from '../image/prepared-image.ts';
import type { DrawingItem, FontWeight, Rgb } from './drawing.ts';

/** Registers resources and returns their names; called once per use. */
export interface ResourceNames {
  font(weight: FontWeight): string;
  image(image: PreparedImage): string;
}

type ItemOf<Kind extends DrawingItem['kind']> = Extract<DrawingItem, { kind: Kind }>;

const BLACK: Rgb = [0, 0, 0];

/** At most four decimals and no exponent, which PDF does not allow. */
export const decimal = (value: number): string => String(Math.round(value * 10_000) / 10_000 || 0);

export const numbers = (...values: readonly number[]): string => values.map(decimal).join(' ');

/** Content stream operators (ISO 32000-1, clause 8), each item in its own graphics state. */
export const contentOf = (items: readonly DrawingItem[], names: ResourceNames): string =>
  items.map((item) => `q ${operatorsOf(item, names)} Q`).join('\n');

function operatorsOf(item: DrawingItem, names: ResourceNames): string {
  switch (item.kind) {
    case 'text':
      return textOperators(item, names);
    case 'rectangle':
      return `${paintState(item)} ${numbers(item.x, item.y, item.width, item.height)} re ${paint(item)}`;
    case 'line':
      return lineOperators(item);
    case 'path':
      return pathOperators(item);
    case 'image':
      return imageOperators(item, names);
  }
}

function textOperators(item: ItemOf<'text'>, names: ResourceNames): string {
  const { text, x, y, size, weight = 'regular', color = BLACK } = item;
  const codes = glyphCodes(text);
  const font = `/${names.font(weight)} ${decimal(size)} Tf`;
  return `BT ${numbers(...color)} rg ${font} ${numbers(x, y)} Td <${codes}> Tj ET`;
}

const lineOperators = ({ from, to, color = BLACK, lineWidth = 1 }: ItemOf<'line'>) =>
  `${numbers(...color)} RG ${decimal(lineWidth)} w ${numbers(...from)} m ${numbers(...to)} l S`;

function pathOperators(item: ItemOf<'path'>): string {
  const { x, y, scale, lineWidth = 1 } = item;
  const state = paintState({ ...item, lineWidth: lineWidth / scale });
  const join = item.stroke ? '1 J 1 j' : '';
  const place = `${numbers(scale, 0, 0, scale, x, y)} cm`;
  return `${state} ${place} ${join} ${pathConstruction(item.d)} ${paint(item)}`;
}

interface Painted {
  readonly fill?: Rgb;
  readonly stroke?: Rgb;
  readonly lineWidth?: number;
}

const paintState = ({ fill, stroke, lineWidth = 1 }: Painted): string =>
  [fill && `${numbers(...fill)} rg`, stroke && `${numbers(...stroke)} RG ${decimal(lineWidth)} w`]
    .filter(Boolean)
    .join(' ');

function paint({ fill, stroke }: Painted): string {
  if (fill && stroke) return 'B';
  if (fill) return 'f';
  return stroke ? 'S' : 'n';
}

function imageOperators({ image, ...place }: ItemOf<'image'>, names: ResourceNames): string {
  const { x, y, width, height } = place;
  const turn = ORIENTATIONS[image.orientation ?? 1] ?? ORIENTATIONS[1];
  const box = `${numbers(width, 0, 0, height, x, y)} cm`;
  return `${box} ${numbers(...(turn as readonly number[]))} cm /${names.image(image)} Do`;
}

/** EXIF orientation as a matrix on the unit square of the image. */
const ORIENTATIONS: Record<number, readonly number[]> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
};

const PATH_TOKENS = /[MLCQZ]|-?\d*\.?\d+(?:e-?\d+)?/g;
const ARGUMENTS: Record<string, number> = { M: 2, L: 2, C: 6, Q: 4, Z: 0 };

/** SVG path data (absolute commands) as path construction operators; quadratic curves become cubic. */
function pathConstruction(d: string): string {
  const tokens = d.match(PATH_TOKENS) ?? [];
  const operators: string[] = [];
  let point: readonly number[] = [0, 0];
  for (let at = 0; at < tokens.length; ) {
    const command = tokens[at] as string;
    const count = ARGUMENTS[command];
    if (count === undefined) throw new Error(`path data: expected a command, found ${command}`);
    const values = tokens.slice(at + 1, at + 1 + count).map(Number);
    operators.push(segment(command, values, point));
    if (count > 0) point = values.slice(-2);
    at += 1 + count;
  }
  return operators.join(' ');
}

function segment(command: string, values: readonly number[], from: readonly number[]): string {
  if (command === 'Z') return 'h';
  if (command === 'Q') return `${numbers(...cubic(from, values))} c`;
  return `${numbers(...values)} ${command.toLowerCase()}`;
}

function cubic([x0, y0]: readonly number[], [qx, qy, x, y]: readonly number[]): number[] {
  const toward = (end = 0, control = 0) => end + (2 / 3) * (control - end);
  return [toward(x0, qx), toward(y0, qy), toward(x, qx), toward(y, qy), x ?? 0, y ?? 0];
}
