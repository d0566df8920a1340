import type { PDFRawStream } from 'pdf-lib';
import { decodeStream } from '../syntax/decode-stream.ts';
import type { Operand } from '../text/content-operators.ts';
import type { Glyph, MarkedSpan, Shown } from '../text/page-content.ts';
import type { ShownCode } from '../text/text-font.ts';

/** Limits of the reading step, which decoded the same content before. */
const MAX_CONTENT_BYTES = 128 * 1024 * 1024;
const PER_EM = 1_000;
const DECIMALS = 4;

/** Thrown for glyphs that cannot be removed from their operator. */
export class Unremovable extends Error {
  override readonly name = 'Unremovable';
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Removal {
  readonly shown: Shown;
  readonly gone: Set<number>;
}

/** Edits of content streams; of each operator only the shown text changes. */
export class TextEdits {
  readonly #removals = new Map<PDFRawStream, Map<number, Removal>>();
  readonly #unmarked = new Map<PDFRawStream, Map<number, MarkedSpan>>();

  remove({ shown, index }: Glyph): void {
    if (shown.font.isVertical || shown.size === 0) throw new Unremovable();
    const ofStream = this.#removals.get(shown.stream) ?? new Map<number, Removal>();
    this.#removals.set(shown.stream, ofStream);
    const { start } = shown.operator;
    const known = ofStream.get(start) ?? { shown, gone: new Set<number>() };
    ofStream.set(start, known);
    known.gone.add(index);
  }

  /** Removes `ActualText` and alternatives from marked content, whose text is no longer shown. */
  unmark(span: MarkedSpan): void {
    const ofStream = this.#unmarked.get(span.stream) ?? new Map<number, MarkedSpan>();
    this.#unmarked.set(span.stream, ofStream);
    ofStream.set(span.operator.start, span);
  }

  contents(): Map<PDFRawStream, Uint8Array> {
    const streams = new Set([...this.#removals.keys(), ...this.#unmarked.keys()]);
    return new Map([...streams].map((stream) => [stream, this.#edited(stream)]));
  }

  #edited(stream: PDFRawStream): Uint8Array {
    const edits = [
      ...[...(this.#removals.get(stream)?.values() ?? [])].map(withoutGone),
      ...[...(this.#unmarked.get(stream)?.values() ?? [])].map(withoutText),
    ];
    return edited(decodeStream(stream, MAX_CONTENT_BYTES) ?? new Uint8Array(), edits);
  }
}

function edited(content: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    parts.push(content.subarray(at, start), Buffer.from(` ${text} `, 'latin1'));
    at = end;
  }
  return Buffer.concat([...parts, content.subarray(at)]);
}

const withoutText = ({ operator: { start, end, operands } }: MarkedSpan): Edit => ({
  start,
  end,
  text: `${typeof operands[0] === 'string' ? operands[0] : '/Span'} BMC`,
});

/** The operator rewritten as `TJ`, with a gap of equal width in place of the removed glyphs. */
function withoutGone({ shown, gone }: Removal): Edit {
  const { operator, font } = shown;
  const operand = operator.operands.at(-1);
  const items: Items = [];
  let index = 0;
  for (const item of listed(operand)) {
    if (typeof item === 'number') push(items, item);
    else if (item instanceof Uint8Array)
      for (const code of font.codesOf(item))
        push(items, gone.has(index++) ? gapOf(code, shown) : code.bytes);
  }
  const { start, end } = operator;
  return { start, end, text: `${beforeText(shown)}[${items.map(written).join('')}] TJ` };
}

function listed(operand: Operand | undefined): readonly Operand[] {
  if (Array.isArray(operand)) return operand;
  return operand === undefined ? [] : [operand];
}

type Items = (number | Uint8Array)[];

function push(items: Items, item: number | Uint8Array): void {
  const last = items.at(-1);
  if (typeof item === 'number' && typeof last === 'number') items[items.length - 1] = last + item;
  else if (item instanceof Uint8Array && last instanceof Uint8Array)
    items[items.length - 1] = Buffer.concat([last, item]);
  else items.push(item);
}

/** ISO 32000-1, 9.4.4: thousandths of the font size, subtracted. */
function gapOf({ width, isSpace }: ShownCode, { size, charSpacing, wordSpacing }: Shown): number {
  const spacing = charSpacing + (isSpace ? wordSpacing : 0);
  return -PER_EM * (width + spacing / size);
}

const written = (item: number | Uint8Array): string =>
  typeof item === 'number'
    ? ` ${Number(item.toFixed(DECIMALS))} `
    : `<${Buffer.from(item).toString('hex')}>`;

/** What the operators `'` and `"` do before showing text (ISO 32000-1, table 109). */
function beforeText({ operator: { name, operands } }: Shown): string {
  if (name === "'") return 'T* ';
  return name === '"' ? `${operands[0]} Tw ${operands[1]} Tc T* ` : '';
}
