import type { Operators } from './operators.ts';

type Ops = Readonly<Record<string, number>>;

/** Whether a named image of the page has any pixel that is not white. */
export type ImageHasInk = (id: string) => boolean;

interface Graphics {
  readonly fill: boolean;
  readonly stroke: boolean;
  /** Text rendering modes (ISO 32000-1, table 106): 3 and 7 draw nothing. */
  readonly text: number;
}

/** Graphics state at the start of a page: black, filled text. */
const BEGIN: Graphics = { fill: true, stroke: true, text: 0 };

/**
 * Whether a page's content would leave a mark on white paper. Errs towards true: content outside the page or
 * covered counts, so an empty canvas is accepted only if the content is certainly empty or white.
 */
export function expectsInk({ fnArray, argsArray }: Operators, ops: Ops, image: ImageHasInk) {
  const step = steps(ops, image);
  const stack: Graphics[] = [];
  let now = BEGIN;
  return fnArray.some((fn, index) => {
    const args = (argsArray[index] ?? []) as readonly unknown[];
    if (fn === ops.save) stack.push(now);
    if (fn === ops.restore) now = stack.pop() ?? BEGIN;
    now = { ...now, ...step.change(fn, args) };
    return step.marks(fn, args, now);
  });
}

function steps(ops: Ops, image: ImageHasInk) {
  const named = (...names: readonly string[]) => new Set(names.map((name) => ops[name]));
  const fillColour = named('setFillRGBColor', 'setFillColorN');
  const strokeColour = named('setStrokeRGBColor', 'setStrokeColorN');
  const text = named(
    'showText',
    'showSpacedText',
    'nextLineShowText',
    'nextLineSetSpacingShowText',
  );
  const images = named('paintImageXObject', 'paintImageXObjectRepeat');
  const masks = named(
    'paintImageMaskXObject',
    'paintImageMaskXObjectGroup',
    'paintImageMaskXObjectRepeat',
    'paintSolidColorImageMask',
  );
  const always = named(
    'shadingFill',
    'rawFillPath',
    'paintInlineImageXObject',
    'paintInlineImageXObjectGroup',
  );
  function change(fn: number, args: readonly unknown[]): Partial<Graphics> {
    if (fillColour.has(fn)) return { fill: !isWhite(args) };
    if (strokeColour.has(fn)) return { stroke: !isWhite(args) };
    if (fn === ops.setFillTransparent) return { fill: false };
    if (fn === ops.setStrokeTransparent) return { stroke: false };
    return fn === ops.setTextRenderingMode ? { text: Number(args[0]) } : {};
  }
  function marks(fn: number, args: readonly unknown[], now: Graphics): boolean {
    if (always.has(fn)) return true;
    if (images.has(fn)) return image(String(args[0]));
    if (masks.has(fn)) return now.fill;
    if (text.has(fn)) return hasLetters(args[0]) && textMarks(now);
    return fn === ops.constructPath && isPath(args) && pathMarks(Number(args[0]), ops, now);
  }
  return { change, marks };
}

/** A colour is `#ffffff` or three numbers; nothing is known about patterns. */
const isWhite = (args: readonly unknown[]): boolean =>
  args[0] === '#ffffff' || (args.length === 3 && args.every((part) => part === 255));

/** Text rendering mode modulo 4 (4 to 7 also clip): fill, stroke, both, neither. */
function textMarks({ text, fill, stroke }: Graphics): boolean {
  const mode = text % 4;
  return ((mode === 0 || mode === 2) && fill) || ((mode === 1 || mode === 2) && stroke);
}

/** Glyphs, mixed with numbers that only move the position. */
const hasLetters = (glyphs: unknown): boolean =>
  Array.isArray(glyphs) &&
  glyphs.some((glyph) => glyph && typeof glyph === 'object' && String(glyph.unicode).trim() !== '');

/** A path without a bounding box has no point. */
const isPath = (args: readonly unknown[]): boolean => args[2] !== null && args[2] !== undefined;

function pathMarks(paint: number, ops: Ops, { fill, stroke }: Graphics): boolean {
  const is = (...names: readonly string[]) => names.some((name) => ops[name] === paint);
  const both = is('fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke');
  return (
    (fill && (both || is('fill', 'eoFill'))) || (stroke && (both || is('stroke', 'closeStroke')))
  );
}
