import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFInvalidObject,
  type PDFObject,
  PDFRef,
  PDFStream,
} from 'pdf-lib';
import { PdfRefusal } from '../refusal.ts';

/** Nesting depth of arrays and dictionaries; deeper ones exhaust the stack. */
export const MAX_DEPTH = 200;

export interface ReachableObjects {
  /** Breadth first from the roots. */
  readonly refs: PDFRef[];
  /** All dictionaries, including direct ones and those of streams. */
  readonly dicts: PDFDict[];
  readonly streams: PDFStream[];
  /** Objects that the parser could not read. */
  readonly invalid: PDFRef[];
}

/** All objects reachable from the roots. */
export function reachableObjects(
  context: PDFContext,
  roots: readonly PDFObject[],
): ReachableObjects {
  const found: ReachableObjects = { refs: [], dicts: [], streams: [], invalid: [] };
  const seen = new Set<PDFRef>();
  function visit(object: PDFObject | undefined, depth: number): void {
    if (depth > MAX_DEPTH) throw new PdfRefusal('pdf_unsafe', { depth });
    if (object instanceof PDFRef) {
      if (!seen.has(object) && context.lookup(object)) found.refs.push(object);
      seen.add(object);
      return;
    }
    if (object instanceof PDFStream) found.streams.push(object);
    const children = childrenOf(object);
    if (object instanceof PDFDict || object instanceof PDFStream) found.dicts.push(dictOf(object));
    for (const child of children) visit(child, depth + 1);
  }
  for (const root of roots) visit(root, 0);
  for (let at = 0; at < found.refs.length; at++) {
    const ref = found.refs[at] as PDFRef;
    const object = context.lookup(ref);
    if (object instanceof PDFInvalidObject) found.invalid.push(ref);
    visit(object, 0);
  }
  return found;
}

const dictOf = (object: PDFDict | PDFStream): PDFDict =>
  object instanceof PDFStream ? object.dict : object;

function childrenOf(object: PDFObject | undefined): readonly PDFObject[] {
  if (object instanceof PDFArray) return object.asArray();
  if (object instanceof PDFDict) return object.values();
  return object instanceof PDFStream ? object.dict.values() : [];
}
