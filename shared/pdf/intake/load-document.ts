import {
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFParser,
  PDFRawStream,
  type PDFStream,
} from 'pdf-lib';
import { PdfRefusal } from '../refusal.ts';
import { CompressedObjects } from './compressed-objects.ts';
import { decodeStream } from './decode-stream.ts';

export const MAX_BYTES = 50 * 1024 * 1024;
/** Of all object streams together; a real document of 50 MB stays far below. */
const MAX_STRUCTURE_BYTES = 256 * 1024 * 1024;
const MAX_PARSING_MS = 30_000;
const HEADER_WITHIN = 1_024;
const OBJECTS_PER_TICK = 5_000;

export interface LoadedDocument {
  context: PDFContext;
  catalog: PDFDict;
}

/**
 * Parses the whole file. Throws `pdf_too_large`, `pdf_encrypted`, `pdf_unsafe` for what only harms,
 * and `pdf_damaged` if no document comes out.
 */
export async function loadDocument(bytes: Uint8Array): Promise<LoadedDocument> {
  if (bytes.length > MAX_BYTES) {
    throw new PdfRefusal('pdf_too_large', { bytes: bytes.length, maxBytes: MAX_BYTES });
  }
  const header = Buffer.from(bytes.subarray(0, HEADER_WITHIN)).indexOf('%PDF-');
  if (header < 0) throw new PdfRefusal('pdf_damaged', { reason: 'no PDF header' });
  const parser = new BoundedParser(bytes.subarray(header));
  const context = await parse(parser);
  parser.assertSound();
  parser.compressed.dropUnfindable(context);
  const catalog = context.lookup(context.trailerInfo.Root);
  if (!(catalog instanceof PDFDict)) throw new PdfRefusal('pdf_damaged', { reason: 'no catalog' });
  return { context, catalog };
}

async function parse(parser: BoundedParser): Promise<PDFContext> {
  try {
    return await parser.parseDocument();
  } catch {
    parser.assertSound();
    throw new PdfRefusal('pdf_damaged', { reason: 'unreadable' });
  }
}

/**
 * pdf-lib's parser with its memory and time bounded. It swallows errors inside an object and goes
 * on, so a refusal is kept until it is done.
 */
class BoundedParser extends PDFParser {
  readonly #deadline = Date.now() + MAX_PARSING_MS;
  readonly compressed = new CompressedObjects();
  #structureBytes = 0;
  #refusal?: PdfRefusal;

  constructor(bytes: Uint8Array) {
    super(bytes, OBJECTS_PER_TICK);
    // Streams are never changed in place: they may share the memory of the file.
    this.bytes.slice = (start, end) => bytes.subarray(start, end);
  }

  assertSound(): void {
    if (this.#refusal) throw this.#refusal;
  }

  protected override parseDict(): PDFDict {
    const dict = super.parseDict();
    const isTrailer = dict.has(PDFName.of('Size'));
    if (isTrailer && dict.has(PDFName.of('Encrypt'))) this.#stop(new PdfRefusal('pdf_encrypted'));
    return dict;
  }

  protected override parseDictOrStream(): PDFDict | PDFStream {
    if (Date.now() > this.#deadline) {
      this.#stop(new PdfRefusal('pdf_unsafe', { milliseconds: MAX_PARSING_MS }));
    }
    const object = super.parseDictOrStream();
    if (!(object instanceof PDFRawStream)) return object;
    const type = object.dict.lookup(PDFName.of('Type'));
    if (type === PDFName.of('XRef')) {
      this.compressed.place(object);
      return withoutEntries(object);
    }
    return type === PDFName.of('ObjStm') ? this.#decoded(object) : object;
  }

  #stop(refusal: PdfRefusal): void {
    this.#refusal ??= refusal;
    this.bytes.moveTo(Number.MAX_SAFE_INTEGER);
  }

  #decoded(stream: PDFRawStream): PDFRawStream {
    try {
      const contents = decodeStream(stream, MAX_STRUCTURE_BYTES - this.#structureBytes);
      if (!contents) return stream;
      this.#structureBytes += contents.length;
      this.compressed.hold(stream, contents);
      stream.dict.delete(PDFName.of('Filter'));
      stream.dict.delete(PDFName.of('DecodeParms'));
      return PDFRawStream.of(stream.dict, contents);
    } catch (error) {
      if (error instanceof PdfRefusal) this.#stop(error);
      throw error;
    }
  }
}

/** Objects are found by reading the file through, so of a cross-reference only the trailer counts. */
function withoutEntries({ dict }: PDFRawStream): PDFRawStream {
  dict.set(PDFName.of('Index'), dict.context.obj([]));
  dict.set(PDFName.of('W'), dict.context.obj([0, 0, 0]));
  dict.set(PDFName.of('Size'), PDFNumber.of(0));
  dict.delete(PDFName.of('Filter'));
  return PDFRawStream.of(dict, new Uint8Array());
}
