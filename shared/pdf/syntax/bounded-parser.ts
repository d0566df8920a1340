import {
  type PDFDict,
  type PDFHexString,
  PDFInvalidObject,
  PDFNumber,
  type PDFObject,
  PDFParser,
  PDFRawStream,
  PDFRef,
  type PDFStream,
  type PDFString,
} from 'pdf-lib';
import { PdfRefusal } from '../refusal.ts';
import type { Sections } from './cross-reference.ts';
import { decodeStream } from './decode-stream.ts';
import { emptiedStream, withoutEntries } from './emptied-stream.ts';
import { name } from './make-object.ts';
import { NumberObjects } from './number-objects.ts';
import { ObjectVersions } from './object-versions.ts';

/** For all object streams together; far above real documents of 50 MB. */
const MAX_STRUCTURE_BYTES = 256 * 1024 * 1024;
const OBJECTS_PER_TICK = 5_000;
/**
 * A well-formed document is read about once; a malicious one makes the parser reread the same bytes for every
 * object.
 */
const STEPS_PER_BYTE = 20;
const FREE_STEPS = 1_000_000;
const LENGTH = name('Length');
const PERCENT = '%'.charCodeAt(0);

type StreamStart = Parameters<PDFParser['findEndOfStreamFallback']>[0];

/**
 * pdf-lib's parser with bounded memory and work. It swallows errors within objects, so a refusal is
 * remembered and thrown at the end.
 */
export class BoundedParser extends PDFParser {
  /** Of the last trailer; without one the document has no root or is truncated. */
  root: PDFObject | undefined;
  readonly versions: ObjectVersions;
  readonly sections: Sections;
  readonly #trailers = new Map<number, PDFDict>();
  readonly #tables = new Map<number, PDFRawStream>();
  readonly #mostSteps: number;
  #steps = 0;
  #structureBytes = 0;
  #refusal?: PdfRefusal;
  /** Whether an object stream was truncated or invalid. */
  #isBroken = false;

  readonly #file: Buffer;
  readonly #numbers: NumberObjects;

  constructor(bytes: Uint8Array) {
    super(bytes, OBJECTS_PER_TICK);
    // Streams share the memory of the file; they are never modified in place.
    this.bytes.slice = (start, end) => bytes.subarray(start, end);
    this.#file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#mostSteps = bytes.length * STEPS_PER_BYTE + FREE_STEPS;
    this.#numbers = new NumberObjects(this.#file);
    this.versions = new ObjectVersions(this.context, this.#file);
    this.sections = { file: this.#file, trailers: this.#trailers, tables: this.#tables };
    const assign = this.context.assign.bind(this.context);
    this.context.assign = (ref, object) => {
      const isWithin = this.versions.add(ref, object, this.bytes.offset());
      this.#isBroken ||= isWithin && object instanceof PDFInvalidObject;
      assign(ref, object);
    };
  }

  assertSound(): void {
    if (this.#refusal) throw this.#refusal;
    if (this.#isBroken)
      throw new PdfRefusal('pdf_damaged', { reason: 'an object stream is broken' });
  }

  protected override skipWhitespace(): void {
    const start = this.bytes.offset();
    super.skipWhitespace();
    this.#walked(start);
  }

  protected override skipComment(): boolean {
    if (this.bytes.peek() !== PERCENT) return false;
    const start = this.bytes.offset();
    const skipped = super.skipComment();
    this.#walked(start);
    return skipped;
  }

  protected override parseRawInt(): number {
    return this.#walking(() => super.parseRawInt());
  }

  protected override parseString(): PDFString {
    return this.#walking(() => super.parseString());
  }

  protected override parseHexString(): PDFHexString {
    return this.#walking(() => super.parseHexString());
  }

  protected override findEndOfStreamFallback(start: StreamStart): number {
    return this.#walking(() => super.findEndOfStreamFallback(start));
  }

  /** Counts the bytes read as steps, also if `walk` throws. */
  #walking<Result>(walk: () => Result): Result {
    const start = this.bytes.offset();
    try {
      return walk();
    } finally {
      this.#walked(start);
    }
  }

  #walked(start: number): void {
    this.#steps += this.bytes.offset() - start;
    if (this.#steps > this.#mostSteps) {
      this.#stop(new PdfRefusal('pdf_unsafe', { steps: this.#mostSteps }));
    }
  }

  protected override parseDict(): PDFDict {
    const start = this.bytes.offset();
    const dict = super.parseDict();
    this.root = dict.get(name('Root')) ?? this.root;
    const length = dict.get(LENGTH);
    if (length instanceof PDFRef) this.#resolveLength(dict, length);
    const isTrailer = dict.has(name('Size'));
    if (isTrailer) this.#trailers.set(start, dict);
    if (isTrailer && dict.has(name('Encrypt'))) this.#stop(new PdfRefusal('pdf_encrypted'));
    return dict;
  }

  protected override parseDictOrStream(): PDFDict | PDFStream {
    const start = this.bytes.offset();
    const object = super.parseDictOrStream();
    if (!(object instanceof PDFRawStream)) return object;
    const type = object.dict.lookup(name('Type'));
    if (type === name('XRef')) {
      this.#tables.set(start, PDFRawStream.of(object.dict.clone(this.context), object.contents));
      this.versions.pass(this.bytes.offset());
      return withoutEntries(object);
    }
    return type === name('ObjStm') ? this.#decoded(object) : object;
  }

  /**
   * Resolves an indirect /Length, usually stored after its stream. Without it pdf-lib would end the stream at
   * the first "endstream", which may be part of its data.
   */
  #resolveLength(dict: PDFDict, ref: PDFRef): void {
    const known = this.context.lookup(ref);
    const { objectNumber, generationNumber } = ref;
    const length =
      known instanceof PDFNumber
        ? known.asNumber()
        : this.#numbers.ahead(objectNumber, generationNumber, this.bytes.offset());
    if (length !== undefined) dict.set(LENGTH, PDFNumber.of(length));
  }

  #stop(refusal: PdfRefusal): void {
    this.#refusal ??= refusal;
    this.bytes.done = () => true;
    this.bytes.moveTo(Number.MAX_SAFE_INTEGER);
  }

  #decoded(stream: PDFRawStream): PDFRawStream {
    try {
      const contents = decodeStream(stream, MAX_STRUCTURE_BYTES - this.#structureBytes);
      this.#isBroken ||= !contents;
      if (!contents) return emptiedStream(stream);
      this.#structureBytes += contents.length;
      this.versions.enterStream();
      stream.dict.delete(name('Filter'));
      stream.dict.delete(name('DecodeParms'));
      return PDFRawStream.of(stream.dict, contents);
    } catch (error) {
      if (error instanceof PdfRefusal) this.#stop(error);
      throw error;
    }
  }
}
