import { type PDFContext, PDFDict, PDFName, type PDFObject } from 'pdf-lib';
import { PdfRefusal } from '../refusal.ts';
import { BoundedParser } from '../syntax/bounded-parser.ts';
import { readCrossReference } from '../syntax/cross-reference.ts';

export const MAX_BYTES = 50 * 1024 * 1024;
const HEADER_WITHIN = 1_024;
const USUAL_TRACE = Error.stackTraceLimit;

export interface LoadedDocument {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
}

/**
 * Parses the whole file. Throws `pdf_too_large`, `pdf_encrypted`, `pdf_unsafe` (resource exhaustion) or
 * `pdf_damaged`.
 */
export async function loadDocument(bytes: Uint8Array): Promise<LoadedDocument> {
  if (bytes.length > MAX_BYTES) {
    throw new PdfRefusal('pdf_too_large', { bytes: bytes.length, maxBytes: MAX_BYTES });
  }
  const header = Buffer.from(bytes.subarray(0, HEADER_WITHIN)).indexOf('%PDF-');
  if (header < 0) throw new PdfRefusal('pdf_damaged', { reason: 'no PDF header' });
  const parser = new BoundedParser(bytes.subarray(header));
  const context = await parse(parser, () => new BoundedParser(bytes.subarray(header)));
  parser.assertSound();
  if (!parser.root) throw new PdfRefusal('pdf_damaged', { reason: 'no trailer' });
  return { context, catalog: catalogOf(context, rootShown(parser, parser.root)) };
}

/**
 * The root that the cross-reference leads to, with everything reachable. Without an intact cross-reference,
 * viewers scan the file for objects, as the parser did.
 */
function rootShown({ sections, versions }: BoundedParser, last: PDFObject): PDFObject {
  const crossReference = readCrossReference(sections);
  const root = crossReference?.trailer.get(PDFName.of('Root'));
  if (crossReference && root && versions.follow(crossReference, root)) return root;
  versions.assertUnambiguous(last);
  return last;
}

/** Only the catalog named by the trailer; viewers ignore others in the file. */
function catalogOf(context: PDFContext, root: PDFObject): PDFDict {
  const catalog = context.lookup(root);
  if (!(catalog instanceof PDFDict && catalog.has(PDFName.of('Pages')))) {
    throw new PdfRefusal('pdf_damaged', { reason: 'no catalog' });
  }
  context.trailerInfo.Root = root;
  return catalog;
}

/**
 * pdf-lib's parser throws at every byte that is not an object, so stack traces are disabled. If our own code
 * fails, the document is parsed again with them.
 */
async function parse(parser: BoundedParser, again: () => BoundedParser): Promise<PDFContext> {
  Error.stackTraceLimit = 0;
  try {
    return await parser.parseDocument();
  } catch (error) {
    parser.assertSound();
    if (isOwnFault(error)) return await traced(again());
    throw new PdfRefusal('pdf_damaged', { reason: 'unreadable' });
  } finally {
    Error.stackTraceLimit = USUAL_TRACE;
  }
}

async function traced(parser: BoundedParser): Promise<PDFContext> {
  Error.stackTraceLimit = USUAL_TRACE;
  return parser.parseDocument();
}

/** The parser has its own error classes for bad input; these indicate a bug. */
const isOwnFault = (error: unknown): error is Error =>
  error instanceof TypeError || error instanceof ReferenceError;
