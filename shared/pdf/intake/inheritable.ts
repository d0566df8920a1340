import { type PDFContext, PDFDict, type PDFName, type PDFObject } from 'pdf-lib';
import { name } from '../make-object.ts';
import { PdfRefusal } from '../refusal.ts';

/** ISO 32000-1, 7.7.3.4. */
const INHERITABLE = ['Resources', 'MediaBox', 'CropBox', 'Rotate'].map(name);
const PARENT = name('Parent');

export type Attributes = ReadonlyMap<PDFName, PDFObject>;

/** What many pages inherit becomes an object of its own, so that they go on sharing it. */
export function attributesOf(node: PDFDict, inherited: Attributes): Attributes {
  const attributes = new Map(inherited);
  for (const key of INHERITABLE) {
    const value = node.get(key);
    if (value instanceof PDFDict) node.set(key, node.context.register(value));
    const kept = node.get(key);
    if (kept) attributes.set(key, kept);
  }
  return attributes;
}

/**
 * Some viewers come down the tree to a page, others go up from it by /Parent. Throws `pdf_damaged`
 * where the two ways lead to different boxes, turns or resources: nobody knows what the sender saw.
 */
export function assertInheritsAlike(page: PDFDict, attributes: Attributes): void {
  for (const key of INHERITABLE) {
    const down = resolved(page.context, attributes.get(key));
    const up = resolved(page.context, byParents(page, key));
    if (down !== up && String(down) !== String(up)) {
      throw new PdfRefusal('pdf_damaged', { reason: 'a page inherits from a wrong parent' });
    }
  }
}

const resolved = (context: PDFContext, value: PDFObject | undefined) =>
  value && context.lookup(value);

function byParents(page: PDFDict, key: PDFName): PDFObject | undefined {
  const seen = new Set<PDFObject>();
  let node: PDFObject | undefined = page;
  while (node instanceof PDFDict && !seen.has(node)) {
    const value = node.get(key);
    if (value) return value;
    seen.add(node);
    node = node.lookup(PARENT);
  }
  return undefined;
}
