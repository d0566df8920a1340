import { PDFArray, type PDFContext, PDFNumber, type PDFRawStream, PDFRef } from 'pdf-lib';
import { name } from '../make-object.ts';
import { decodeStream } from './decode-stream.ts';

/** A cross-reference stream has a few bytes an object. */
const MAX_TABLE_BYTES = 64 * 1024 * 1024;
const COMPRESSED = 2;

/**
 * Objects that a cross-reference stream places inside object streams (ISO 32000-1, 7.5.8.3), beside
 * those that the object streams do hold.
 */
export class CompressedObjects {
  readonly #placed = new Set<number>();
  readonly #held = new Set<number>();

  /** An object stream's head names what it holds: a number and an offset each. */
  hold({ dict }: PDFRawStream, contents: Uint8Array): void {
    const count = numberIn(dict.lookup(name('N')));
    const first = numberIn(dict.lookup(name('First')));
    const head = Buffer.from(contents.subarray(0, first)).toString('latin1');
    const numbers = head.trim().split(/\s+/).map(Number);
    for (let index = 0; index < count; index += 1) this.#held.add(numbers[index * 2] ?? 0);
  }

  /** Reads a cross-reference stream without a predictor; one with a predictor says nothing. */
  place(table: PDFRawStream): void {
    const widths = numbersIn(table, 'W');
    const bytes = decodeStream(table, MAX_TABLE_BYTES);
    const [typeWidth = 0, ...others] = widths;
    const length = others.reduce((sum, width) => sum + width, typeWidth);
    if (!bytes || typeWidth === 0 || length === 0) return;
    let at = 0;
    for (const number of numbersOfTable(table)) {
      if (at + length > bytes.length) return;
      const type = Buffer.from(bytes.subarray(at, at + typeWidth)).readUIntBE(0, typeWidth);
      if (type === COMPRESSED) this.#placed.add(number);
      else this.#placed.delete(number);
      at += length;
    }
  }

  /**
   * Takes out what no viewer can find: an object that the table places in an object stream though
   * none holds it, and that was only found because the whole file was read through.
   */
  dropUnfindable(context: PDFContext): void {
    for (const number of this.#placed)
      if (!this.#held.has(number)) context.delete(PDFRef.of(number));
  }
}

const numberIn = (value: unknown): number => (value instanceof PDFNumber ? value.asNumber() : 0);

function numbersIn({ dict }: PDFRawStream, key: string): number[] {
  const array = dict.lookup(name(key));
  return array instanceof PDFArray ? array.asArray().map(numberIn) : [];
}

function* numbersOfTable(table: PDFRawStream): Generator<number> {
  const index = numbersIn(table, 'Index');
  const size = numberIn(table.dict.lookup(name('Size')));
  const sections = index.length > 0 ? index : [0, size];
  for (let at = 0; at + 1 < sections.length; at += 2) {
    const [first = 0, count = 0] = sections.slice(at, at + 2);
    for (let offset = 0; offset < count; offset += 1) yield first + offset;
  }
}
