import { constants, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFContext,
  type PDFDict,
  PDFName,
  type PDFObject,
  type PDFRawStream,
} from 'pdf-lib';
import { PdfRefusal } from '../refusal.ts';
import { name } from './make-object.ts';
import { unpredicted } from './png-prediction.ts';

/** Bytes; the initial buffer for a short stream. */
const SMALLEST_CHUNK = 1_024;
const LARGEST_CHUNK = 64 * 1024;
const USUAL_RATIO = 4;

const DECODED_BY_LIBRARY = new Set<PDFObject>(
  ['ASCIIHexDecode', 'ASCII85Decode', 'RunLengthDecode', 'LZWDecode'].map(name),
);

/**
 * A stream's decoded data; undefined for an unsupported filter or broken data. Throws `pdf_unsafe` before the
 * output exceeds `limit` bytes (decompression bomb).
 */
export function decodeStream(stream: PDFRawStream, limit: number): Uint8Array | undefined {
  const parameters = listed(stream.dict, 'DecodeParms');
  let bytes: Uint8Array | undefined = stream.contents;
  for (const [index, filter] of listed(stream.dict, 'Filter').entries()) {
    bytes = bytes && decodeOnce(bytes, filter, parameters[index], limit);
  }
  return bytes;
}

function listed(dict: PDFDict, key: string): (PDFObject | undefined)[] {
  const value = dict.lookup(name(key));
  if (value instanceof PDFArray) return value.asArray().map((item) => dict.context.lookup(item));
  return value ? [value] : [];
}

function decodeOnce(
  bytes: Uint8Array,
  filter: PDFObject | undefined,
  parameters: PDFObject | undefined,
  limit: number,
): Uint8Array | undefined {
  if (!(filter instanceof PDFName)) return undefined;
  const decoded =
    filter === name('FlateDecode')
      ? inflate(bytes, limit)
      : decodeByLibrary(bytes, filter, parameters, limit);
  return decoded && unpredicted(decoded, parameters);
}

/** Truncated data yields what can be decoded, as in viewers. */
function inflate(bytes: Uint8Array, maxOutputLength: number): Uint8Array | undefined {
  try {
    const chunkSize = Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, bytes.length * USUAL_RATIO));
    return inflateSync(bytes, {
      chunkSize,
      maxOutputLength,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch (error) {
    if (!isTooLarge(error)) return undefined;
    throw new PdfRefusal('pdf_unsafe', { limit: maxOutputLength });
  }
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

function decodeByLibrary(
  bytes: Uint8Array,
  filter: PDFName,
  parameters: PDFObject | undefined,
  limit: number,
): Uint8Array | undefined {
  if (!DECODED_BY_LIBRARY.has(filter)) return undefined;
  const entries = { Filter: filter, ...(parameters && { DecodeParms: parameters }) };
  const decoded = readSome(PDFContext.create().stream(bytes, entries), limit + 1);
  if (decoded && decoded.length > limit) throw new PdfRefusal('pdf_unsafe', { limit });
  return decoded;
}

function readSome(stream: PDFRawStream, most: number): Uint8Array | undefined {
  try {
    return Uint8Array.from(decodePDFRawStream(stream).getBytes(most));
  } catch {
    return undefined;
  }
}
