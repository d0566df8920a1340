import { PDFDict, PDFNumber, type PDFObject } from 'pdf-lib';
import { name } from './make-object.ts';

const NONE = 1;
const FIRST_PNG = 10;
/** Bounds the memory for a row. */
const MAX_ROW_BYTES = 64 * 1024 * 1024;

/**
 * Undoes PNG prediction after a filter (ISO 32000-1, 7.4.4.4); undefined for TIFF prediction, which is not
 * supported.
 */
export function unpredicted(
  bytes: Uint8Array,
  parameters: PDFObject | undefined,
): Uint8Array | undefined {
  if (!(parameters instanceof PDFDict)) return bytes;
  const predictor = numberIn(parameters, 'Predictor', NONE);
  if (predictor <= NONE) return bytes;
  const bits = numberIn(parameters, 'Colors', 1) * numberIn(parameters, 'BitsPerComponent', 8);
  const row = Math.ceil((bits * numberIn(parameters, 'Columns', 1)) / 8);
  const isPng = predictor >= FIRST_PNG && row > 0 && row <= MAX_ROW_BYTES;
  return isPng ? withoutPrediction(bytes, row, Math.max(1, bits >> 3)) : undefined;
}

function numberIn(dict: PDFDict, key: string, otherwise: number): number {
  const value = dict.lookup(name(key));
  return value instanceof PDFNumber ? value.asNumber() : otherwise;
}

/** PNG filters (RFC 2083, 6); the first byte of each row is its filter type. */
function withoutPrediction(bytes: Uint8Array, length: number, pixel: number): Uint8Array {
  const plain = new Uint8Array(Math.ceil(bytes.length / (length + 1)) * length);
  let at = 0;
  for (let row = 0; row < bytes.length; row += length + 1) {
    const start = at;
    const filter = bytes[row] as number;
    for (const coded of bytes.subarray(row + 1, row + 1 + length)) {
      const isFirst = at - start < pixel;
      const left = isFirst ? 0 : (plain[at - pixel] as number);
      const up = plain[at - length] ?? 0;
      const upLeft = isFirst ? 0 : (plain[at - length - pixel] ?? 0);
      plain[at++] = coded + predicted(filter, left, up, upLeft);
    }
  }
  return plain.subarray(0, at);
}

function predicted(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? nearest(left, up, upLeft) : 0;
}

/** The Paeth predictor: whichever of the three is nearest to left + up − upLeft. */
function nearest(left: number, up: number, upLeft: number): number {
  const [toLeft, toUp, toUpLeft] = [
    Math.abs(up - upLeft),
    Math.abs(left - upLeft),
    Math.abs(left + up - 2 * upLeft),
  ] as const;
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
