import { constants, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRawStream,
} from 'pdf-lib';
import { name } from '../make-object.ts';
import { PdfRefusal } from '../refusal.ts';

/** Room for what a short stream holds is not worth a buffer of its own. */
const SMALLEST_CHUNK = 1_024;
const LARGEST_CHUNK = 64 * 1024;
const USUAL_RATIO = 4;

/** Output bytes for one input byte at most; an LZW code of 9 bits can stand for 4 KB. */
const LARGEST_RATIO: Readonly<Record<string, number>> = {
  ASCIIHexDecode: 1,
  ASCII85Decode: 4,
  RunLengthDecode: 64,
  LZWDecode: 3_641,
};

/**
 * What a stream holds, or undefined if a filter is unknown here or its data is broken. Throws
 * `pdf_unsafe` before it would hold more than `limit` bytes: a decompression bomb.
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
  if (!(filter instanceof PDFName) || isPredicted(parameters)) return undefined;
  if (filter === name('FlateDecode')) return inflate(bytes, limit);
  const ratio = LARGEST_RATIO[filter.decodeText()];
  if (ratio === undefined) return undefined;
  if (bytes.length * ratio > limit) throw new PdfRefusal('pdf_unsafe', { limit });
  return decodeByLibrary(bytes, filter);
}

/** PNG and TIFF predictors (ISO 32000-1, 7.4.4.4) make sense for samples, not for operators. */
function isPredicted(parameters: PDFObject | undefined): boolean {
  if (!(parameters instanceof PDFDict)) return false;
  const predictor = parameters.lookup(name('Predictor'));
  return predictor instanceof PDFNumber && predictor.asNumber() > 1;
}

/** Data that breaks off gives what it has, as in viewers. */
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

function decodeByLibrary(bytes: Uint8Array, filter: PDFName): Uint8Array | undefined {
  try {
    return decodePDFRawStream(PDFContext.create().stream(bytes, { Filter: filter })).decode();
  } catch {
    return undefined;
  }
}
