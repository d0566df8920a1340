import { PDFArray, PDFDict, PDFNull, type PDFObject, PDFRef } from 'pdf-lib';
import { PdfRefusal } from '../refusal.ts';
import { MAX_DEPTH } from './reachable-objects.ts';
import type { Renumbering } from './renumbering.ts';

/** PDF syntax, one character per byte. A reference to a missing object becomes null, which means the same. */
export function serializeObject(object: PDFObject, renumbering: Renumbering, depth = 0): string {
  if (depth > MAX_DEPTH) throw new PdfRefusal('pdf_unsafe', { depth });
  if (object instanceof PDFRef) return (renumbering.numberOf(object) ?? PDFNull).toString();
  if (object instanceof PDFDict) return serializeDict(object, renumbering, depth);
  if (!(object instanceof PDFArray)) return object.toString();
  let text = '[';
  for (const item of object.asArray()) text += ` ${serializeObject(item, renumbering, depth + 1)}`;
  return `${text} ]`;
}

/** Iterates over keys, because pdf-lib's `entries` is several times as slow. */
function serializeDict(dict: PDFDict, renumbering: Renumbering, depth: number): string {
  let text = '<<';
  for (const key of dict.keys()) {
    const value = dict.get(key, true) as PDFObject;
    text += ` ${key.toString()} ${serializeObject(value, renumbering, depth + 1)}`;
  }
  return `${text} >>`;
}
