import type { JpegBits } from './jpeg-bits.ts';

/** A JPEG Huffman table (ITU-T T.81 § F.2.2.3): codes of one length are consecutive numbers. */
export class HuffmanTable {
  /** Per length 1 to 16: the last code (-1 if none), and the offset from code to symbol index. */
  readonly #last: number[] = [];
  readonly #offset: number[] = [];
  readonly #symbols: Uint8Array;

  constructor(counts: readonly number[], symbols: Uint8Array) {
    this.#symbols = symbols;
    let [code, place] = [0, 0];
    for (const count of counts) {
      this.#offset.push(place - code);
      code += count;
      place += count;
      this.#last.push(count > 0 ? code - 1 : -1);
      code *= 2;
    }
  }

  /** Decodes a symbol. Throws RangeError for an unknown code. */
  next(bits: JpegBits): number {
    for (let code = 0, length = 0; length < 16; length++) {
      code = code * 2 + bits.take(1);
      if (code <= this.#last[length]!) return this.#symbols[code + this.#offset[length]!]!;
    }
    throw new RangeError('unknown Huffman code');
  }
}

/** The tables of a DHT segment, keyed by class (0x00 DC, 0x10 AC) and number. */
export function huffmanTables(segment: DataView): [number, HuffmanTable][] {
  const tables: [number, HuffmanTable][] = [];
  for (let at = 0; at < segment.byteLength; ) {
    const start = at;
    const counts = Array.from({ length: 16 }, (_, length) => segment.getUint8(start + 1 + length));
    const total = counts.reduce((sum, count) => sum + count, 0);
    const symbols = new Uint8Array(segment.buffer, segment.byteOffset + at + 17, total);
    tables.push([segment.getUint8(at), new HuffmanTable(counts, symbols)]);
    at += 17 + total;
  }
  return tables;
}
