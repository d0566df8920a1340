import { PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject } from 'pdf-lib';
import { revisionEnding } from '../revision/revision-ending.ts';
import { parseObject as parseAsWritten } from '../syntax/parse-object.ts';
import { VerifyError } from './report.ts';
import { readXrefTable } from './xref-table.ts';

/** The bytes of an indirect object, from its number to after `endobj`. */
export interface Span {
  readonly generation: number;
  readonly start: number;
  readonly end: number;
}

export interface FileRevision {
  readonly start: number;
  readonly end: number;
  /** Objects written by this revision, by number. */
  readonly objects: ReadonlyMap<number, Span>;
  readonly trailer: PDFDict;
}

/** The end of a revision; only one line feed may follow. */
const ENDING = /startxref\s+(\d+)\s+%%EOF\n?$/;
const MAX_ENDING_BYTES = 64;
const HEADER = /^\d+ \d+ obj\s*/;
const MAX_HEADER_BYTES = 32;
/** Covers ten parties, closing and decades of renewals, and bounds a crafted file. */
const MAX_REVISIONS = 100;
/** Bytes of an appended object; four times the largest picture or revocation list. */
const LARGEST_OBJECT = 32 << 20;

const LATIN1 = new TextDecoder('latin1');
export const latin1 = (bytes: Uint8Array): string => LATIN1.decode(bytes);

/**
 * The revisions, oldest first. Stricter than ISO 32000-1 § 7.5: classic cross-reference tables only,
 * revisions contiguous, and every byte of an appended revision belongs to an object or the table. Throws
 * `VerifyError`.
 */
export function readRevisions(bytes: Uint8Array): FileRevision[] {
  const revisions: FileRevision[] = [];
  let end = bytes.length;
  let xref: number | undefined = startxrefBefore(bytes, end);
  while (xref !== undefined) {
    if (revisions.length === MAX_REVISIONS) fail('more revisions than a document of ours can have');
    if (startxrefBefore(bytes, end) !== xref) fail('a revision does not end with its own table');
    const revision = readRevision(bytes, xref, end);
    revisions.unshift(revision);
    xref = previousTable(revision, xref);
    end = revision.start;
  }
  if (end !== 0 || !latin1(bytes.subarray(0, 8)).startsWith('%PDF-1.')) fail('no PDF header');
  return revisions;
}

function fail(detail: string): never {
  throw new VerifyError('structure', detail);
}

function startxrefBefore(bytes: Uint8Array, end: number): number {
  const tail = latin1(bytes.subarray(Math.max(0, end - MAX_ENDING_BYTES), end));
  const found = ENDING.exec(tail)?.[1];
  if (found === undefined && end === bytes.length)
    throw new VerifyError('file_end', 'the file does not end with %%EOF');
  return found === undefined ? fail('a revision does not end with %%EOF') : Number(found);
}

function readRevision(bytes: Uint8Array, xref: number, end: number): FileRevision {
  if (xref >= end) fail('startxref points outside its revision');
  const table = latin1(bytes.subarray(xref, end));
  const { entries, trailer: text } = readXrefTable(table, xref);
  const trailer = parseDictionary(new TextEncoder().encode(text));
  const appended = trailer.has(PDFName.of('Prev'));
  const objects = spansOf(entries, xref);
  const offsets = [...objects.values()].map((span) => span.start);
  const start = appended ? offsets.reduce((least, offset) => Math.min(least, offset), xref) : 0;
  for (const key of ['XRefStm', 'Encrypt'])
    if (trailer.has(PDFName.of(key))) fail(`the trailer has /${key}`);
  const revision = { start, end, objects, trailer };
  if (appended) checkAsWritten(bytes, revision, { table, xref });
  return revision;
}

/**
 * An appended revision must be byte for byte what our writer produces for its content, because readers differ
 * on duplicate /Root entries, free entries and unordered tables.
 */
function checkAsWritten(
  bytes: Uint8Array,
  { objects, trailer }: FileRevision,
  { table, xref }: { table: string; xref: number },
): void {
  const listed = [...objects].map(([number, { generation, start }]) => ({
    number,
    generation,
    offset: start,
  }));
  if (latin1(revisionEnding(listed, trailer, xref)) !== table)
    fail('a cross-reference table or trailer is not as it was written');
  for (const [number, span] of objects) checkObject(bytes, number, span);
}

/** In an appended revision, each object ends where the next one or the table begins. */
function spansOf(
  entries: ReadonlyMap<number, { offset: number; generation: number }>,
  xref: number,
): Map<number, Span> {
  const inOrder = [...entries].sort(([, left], [, right]) => left.offset - right.offset);
  return new Map(
    inOrder.map(([number, { offset, generation }], index) => {
      const end = inOrder[index + 1]?.[1].offset ?? xref;
      if (offset >= end) fail(`object ${number} is not where the table says`);
      return [number, { generation, start: offset, end }];
    }),
  );
}

/** Nothing may be hidden between objects. Only /ByteRange is padded with spaces. */
function checkObject(bytes: Uint8Array, number: number, span: Span): void {
  if (span.end - span.start > LARGEST_OBJECT) fail(`object ${number} is too large`);
  const [head, tail] = [`${number} ${span.generation} obj\n`, '\nendobj\n'];
  const whole = latin1(bytes.subarray(span.start, span.end));
  if (!whole.startsWith(head) || !whole.endsWith(tail))
    fail(`object ${number} is not where the table says`);
  const body = bytes.subarray(span.start + head.length, span.end - tail.length);
  if (unpadded(latin1(body)) !== unpadded(latin1(written(objectAt(bytes, number, span)))))
    fail(`object ${number} is not as it was written`);
}

const unpadded = (syntax: string): string =>
  syntax.replace(/\/ByteRange \[[ \d]*\]/, (range) => range.replaceAll(/ +/g, ' '));

function written(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

function previousTable({ trailer }: FileRevision, xref: number): number | undefined {
  const previous = trailer.get(PDFName.of('Prev'));
  if (previous === undefined) return undefined;
  if (!(previous instanceof PDFNumber) || previous.asNumber() >= xref) return fail('a wrong /Prev');
  return previous.asNumber();
}

const parsed = new WeakMap<Span, PDFObject>();

/** Parses an object; cached by span for all revisions that contain it. */
export function objectAt(bytes: Uint8Array, number: number, span: Span): PDFObject {
  const known = parsed.get(span);
  if (known) return known;
  const { start, end, generation } = span;
  const head = HEADER.exec(latin1(bytes.subarray(start, start + MAX_HEADER_BYTES)))?.[0];
  if (!head?.startsWith(`${number} ${generation} obj`))
    return fail(`object ${number} is not where the table says`);
  const object = parseObject(bytes.subarray(start + head.length, end));
  parsed.set(span, object);
  return object;
}

/** Required by pdf-lib's constructors; stays empty. */
const NO_CONTEXT = PDFContext.create();

/** Parses one PDF object at the start of the bytes. */
export const parseObject = (bytes: Uint8Array): PDFObject => parseAsWritten(bytes, NO_CONTEXT);

function parseDictionary(bytes: Uint8Array): PDFDict {
  const parsed = parseObject(bytes);
  return parsed instanceof PDFDict ? parsed : fail('a trailer is no dictionary');
}
