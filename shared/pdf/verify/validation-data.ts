import { PDFName, PDFRawStream } from 'pdf-lib';
import type { ValidationData } from '../revision/change.ts';
import { type DocumentView, entry } from './document-view.ts';
import { VerifyError } from './report.ts';

/** Bytes and items; far more than we store. Bounds memory and time for a crafted store. */
const LARGEST_STORE = 16 << 20;
const MAX_ITEMS = 1_000;

/** The content of the document security store; empty if there is none. */
export async function validationDataOf(view: DocumentView): Promise<ValidationData> {
  const store = entry(view.catalog, 'DSS');
  const room = { left: LARGEST_STORE, items: MAX_ITEMS };
  async function items(key: string): Promise<Uint8Array[]> {
    const found: Uint8Array[] = [];
    for (const item of view.elements(store && entry(view.dictionary(store), key))) {
      if (room.items-- === 0) throw tooMuch();
      const bytes = await contentsOf(view.resolve(item), room.left);
      room.left -= bytes.length;
      found.push(bytes);
    }
    return found;
  }
  return {
    certificates: await items('Certs'),
    revocationLists: await items('CRLs'),
    ocspResponses: await items('OCSPs'),
  };
}

async function contentsOf(stream: unknown, room: number): Promise<Uint8Array> {
  if (!(stream instanceof PDFRawStream)) throw new VerifyError('structure', 'no validation data');
  const filter = stream.dict.get(PDFName.of('Filter'));
  if (filter === undefined) return within(stream.contents, room);
  if (filter !== PDFName.of('FlateDecode') || stream.dict.has(PDFName.of('DecodeParms')))
    throw new VerifyError('structure', 'validation data with an unknown filter');
  return inflate(stream.contents, room);
}

function within(bytes: Uint8Array, room: number): Uint8Array {
  if (bytes.length <= room) return bytes;
  throw tooMuch();
}

const tooMuch = () => new VerifyError('structure', 'more validation data than a document can have');

/** Stops at the limit: a decompression bomb. */
async function inflate(bytes: Uint8Array, room: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const source = new Blob([new Uint8Array(bytes)]).stream();
  const reader = source.pipeThrough(new DecompressionStream('deflate')).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > room) await reader.cancel();
    within(part.value, room - length + part.value.length);
  }
  return concatenated(parts, length);
}

function concatenated(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
