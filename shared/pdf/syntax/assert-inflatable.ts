import { createInflate } from 'node:zlib';
import { PDFArray, PDFNumber, PDFRawStream, type PDFStream } from 'pdf-lib';
import { PdfRefusal } from '../refusal.ts';
import { name } from './make-object.ts';

/** Deflate's maximum compression ratio. */
const LARGEST_RATIO = 1_032;
const MAX_STREAM_BYTES = 128 * 1024 * 1024;
/** Four components of 16 bits. */
const BYTES_PER_PIXEL = 8;
const CHUNK = 64 * 1024;

/**
 * Throws `pdf_unsafe` for decompression bombs. Only streams large enough to exceed the limit are inflated,
 * and the output is discarded.
 */
export async function assertInflatable(streams: readonly PDFStream[]): Promise<void> {
  for (const stream of streams) {
    if (stream instanceof PDFRawStream && isInflated(stream)) await assertBounded(stream);
  }
}

/** Two deflate filters would multiply their ratios. */
function isInflated({ dict }: PDFRawStream): boolean {
  const filter = dict.lookup(name('Filter'));
  const filters = filter instanceof PDFArray ? filter.asArray() : [filter];
  const times = filters.filter((each) => each === name('FlateDecode')).length;
  if (times > 1) throw new PdfRefusal('pdf_unsafe', { filters: times });
  return filters[0] === name('FlateDecode');
}

async function assertBounded({ dict, contents }: PDFRawStream): Promise<void> {
  const [width, height] = ['Width', 'Height'].map((key) => {
    const value = dict.lookup(name(key));
    return value instanceof PDFNumber ? value.asNumber() : 0;
  });
  const samples = (width ?? 0) * (height ?? 0) * BYTES_PER_PIXEL;
  const limit = Math.max(MAX_STREAM_BYTES, samples);
  if (contents.length * LARGEST_RATIO <= limit) return;
  if (!(await inflatesWithin(contents, limit))) throw new PdfRefusal('pdf_unsafe', { limit });
}

/** A stream with broken data counts only up to the error. */
async function inflatesWithin(contents: Uint8Array, limit: number): Promise<boolean> {
  const inflate = createInflate({ chunkSize: CHUNK });
  let length = 0;
  inflate.on('error', () => inflate.destroy());
  inflate.end(contents);
  try {
    for await (const chunk of inflate) {
      length += (chunk as Uint8Array).length;
      if (length > limit) return false;
    }
  } catch {
    return true;
  }
  return true;
}
