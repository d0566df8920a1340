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
  const context = await parse(parser, () => new BoundedParser(bytes.subarray(header)));
  parser.assertSound();
  if (!parser.root) throw new PdfRefusal('pdf_damaged', { reason: 'no trailer' });
  return { context, catalog: catalogOf(context, rootShown(parser, parser.root)) };
}

/**
 * The root to which the cross-reference leads, with all that is below it. Without a whole one viewers
 * look through the file, as the parser did.
 */
function rootShown({ sections, versions }: BoundedParser, last: PDFObject): PDFObject {
  const crossReference = readCrossReference(sections);
  const root = crossReference?.trailer.get(PDFName.of('Root'));
  if (crossReference && root && versions.follow(crossReference, root)) return root;
  versions.assertUnambiguous(last);
  return last;
}

/** The one that the trailer names: any other that lies about in the file is shown by no viewer. */
function catalogOf(context: PDFContext, root: PDFObject): PDFDict {
  const catalog = context.lookup(root);
  if (!(catalog instanceof PDFDict && catalog.has(PDFName.of('Pages')))) {
    throw new PdfRefusal('pdf_damaged', { reason: 'no catalog' });
  }
  context.trailerInfo.Root = root;
  return catalog;
}

/**
 * The parser tries by exceptions, at every byte of what is no object: they need not say where. One that
 * our own code threw must, so the document is parsed once more.
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

/** What a parser throws at a document is an error of its own kind; these say that a program is wrong. */
const isOwnFault = (error: unknown): error is Error =>
  error instanceof TypeError || error instanceof ReferenceError;
