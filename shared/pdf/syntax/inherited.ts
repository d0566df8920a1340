import { PDFDict, type PDFObject } from 'pdf-lib';
import { name } from './make-object.ts';

const MAX_ANCESTORS = 50;

/** A field's entry, its own or inherited (ISO 32000-1, 12.7.3.1). */
export function inherited(field: PDFDict, key: string): PDFObject | undefined {
  let node: PDFObject | undefined = field;
  for (let level = 0; level < MAX_ANCESTORS && node instanceof PDFDict; level++) {
    const value = node.lookup(name(key));
    if (value) return value;
    node = node.lookup(name('Parent'));
  }
  return undefined;
}
