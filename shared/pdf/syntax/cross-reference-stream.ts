import { PDFArray, type PDFDict, PDFNumber, type PDFRawStream } from 'pdf-lib';
import { decodeStream } from './decode-stream.ts';
import { name } from './make-object.ts';

/** An object's location by the cross-reference (ISO 32000-1, 7.5.4 and 7.5.8). */
export type Entry =
  | { readonly kind: 'free' }
  | { readonly kind: 'at'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'within'; readonly stream: number };

export interface Section {
  readonly entries: Map<number, Entry>;
  readonly trailer: PDFDict;
}

export const FREE: Entry = { kind: 'free' };
/** Bytes; an entry has only a few. */
const MAX_TABLE_BYTES = 64 * 1024 * 1024;
const [AT, WITHIN] = [1, 2];

export function streamSection(table: PDFRawStream): Section | undefined {
  const widths = numbersIn(table.dict, 'W');
  const bytes = decodeStream(table, MAX_TABLE_BYTES);
  if (!bytes) return undefined;
  const entries = new Map<number, Entry>();
  const length = widths.reduce((sum, width) => sum + width, 0);
  let at = 0;
  for (const number of numbersOfTable(table.dict)) {
    if (at + length > bytes.length) break;
    entries.set(number, entryFrom(bytes, at, widths));
    at += length;
  }
  return { entries, trailer: table.dict };
}

function entryFrom(bytes: Uint8Array, start: number, widths: readonly number[]): Entry {
  let at = start;
  const [type, second, third] = widths.map((width, index) => {
    let value = width === 0 && index === 0 ? AT : 0;
    for (const end = at + width; at < end; at += 1) value = value * 256 + (bytes[at] as number);
    return value;
  });
  if (type === WITHIN) return { kind: 'within', stream: second ?? 0 };
  return type === AT && second ? { kind: 'at', offset: second, generation: third ?? 0 } : FREE;
}

function* numbersOfTable(dict: PDFDict): Generator<number> {
  const index = numbersIn(dict, 'Index');
  const sections = index.length > 0 ? index : [0, numberIn(dict, 'Size') ?? 0];
  for (let at = 0; at + 1 < sections.length; at += 2) {
    const [first = 0, count = 0] = sections.slice(at, at + 2);
    for (let offset = 0; offset < count; offset += 1) yield first + offset;
  }
}

export function numberIn(dict: PDFDict, key: string): number | undefined {
  const value = dict.lookup(name(key));
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

function numbersIn(dict: PDFDict, key: string): number[] {
  const array = dict.lookup(name(key));
  if (!(array instanceof PDFArray)) return [];
  return array.asArray().map((item) => (item instanceof PDFNumber ? item.asNumber() : 0));
}
