import { PDFDict, PDFNumber, PDFRawStream } from 'pdf-lib';
import { name } from '../make-object.ts';
import { decodeStream } from './decode-stream.ts';

/** A cross-reference stream has a few bytes an object. */
const MAX_TABLE_BYTES = 64 * 1024 * 1024;
const FIRST_PNG = 10;

/** What a cross-reference stream holds; undefined if it cannot be read. */
export function decodeTable(
  table: PDFRawStream,
  widths: readonly number[],
): Uint8Array | undefined {
  const parameters = table.dict.lookup(name('DecodeParms'));
  const predictor = numberIn(parameters, 'Predictor') ?? 1;
  const dict = table.dict.clone(table.dict.context);
  dict.delete(name('DecodeParms'));
  const bytes = decodeStream(PDFRawStream.of(dict, table.contents), MAX_TABLE_BYTES);
  if (predictor === 1) return bytes;
  const columns = numberIn(parameters, 'Columns') ?? widths.reduce((sum, width) => sum + width, 0);
  const isPlain = predictor >= FIRST_PNG && columns > 0 && columns <= MAX_TABLE_BYTES;
  return bytes && isPlain ? withoutPrediction(bytes, columns) : undefined;
}

function numberIn(dict: unknown, key: string): number | undefined {
  const value = dict instanceof PDFDict ? dict.lookup(name(key)) : undefined;
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** PNG's filters (RFC 2083, 6), a byte a sample; each row begins with the number of its filter. */
function withoutPrediction(bytes: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(bytes.length / (columns + 1));
  const plain = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const filter = bytes[row * (columns + 1)] as number;
    const start = row * columns;
    for (let column = 0; column < columns; column += 1) {
      const at = start + column;
      const left = column > 0 ? (plain[at - 1] as number) : 0;
      const up = row > 0 ? (plain[at - columns] as number) : 0;
      const upLeft = column > 0 && row > 0 ? (plain[at - columns - 1] as number) : 0;
      const coded = bytes[row * (columns + 1) + 1 + column] as number;
      plain[at] = coded + predicted(filter, left, up, upLeft);
    }
  }
  return plain;
}

function predicted(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? nearest(left, up, upLeft) : 0;
}

/** Paeth's: whichever of the three is nearest to left + up − upLeft. */
function nearest(left: number, up: number, upLeft: number): number {
  const [toLeft, toUp, toUpLeft] = [up - upLeft, left - upLeft, left + up - 2 * upLeft].map(
    Math.abs,
  );
  if (toLeft! <= toUp! && toLeft! <= toUpLeft!) return left;
  return toUp! <= toUpLeft! ? up : upLeft;
}
