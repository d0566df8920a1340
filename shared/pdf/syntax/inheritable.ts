import { type PDFContext, PDFDict, type PDFName, PDFNumber, type PDFObject } from 'pdf-lib';
import { numbersOf } from '../intake/flatten/appearance-matrix.ts';
import { PdfRefusal } from '../refusal.ts';
import { name } from './make-object.ts';

const RESOURCES = name('Resources');
const ROTATE = name('Rotate');
/** ISO 32000-1, 7.7.3.4. */
const INHERITABLE = [RESOURCES, name('MediaBox'), name('CropBox'), ROTATE];
const PARENT = name('Parent');

export type Attributes = ReadonlyMap<PDFName, PDFObject>;

/** Inherited attributes become indirect objects, so that pages continue to share them. */
export function attributesOf(node: PDFDict, inherited: Attributes): Attributes {
  const attributes = new Map(inherited);
  for (const key of INHERITABLE) {
    const value = node.get(key);
    if (value instanceof PDFDict) node.set(key, node.context.register(value));
    const kept = node.get(key);
    if (!kept) continue;
    if (inherited.has(key)) assertKind(node, key);
    attributes.set(key, kept);
  }
  return attributes;
}

/** Viewers differ on attributes of a wrong type: some ignore the value, others inherit past it. */
function assertKind(node: PDFDict, key: PDFName): void {
  const value = node.lookup(key);
  const isFit =
    (key === RESOURCES && value instanceof PDFDict) ||
    (key === ROTATE && value instanceof PDFNumber) ||
    numbersOf(node, key.decodeText())?.length === 4;
  if (!isFit)
    throw new PdfRefusal('pdf_damaged', { reason: 'what pages inherit is of a wrong kind' });
}

/**
 * Viewers resolve inherited attributes either from the root down or from the page up by /Parent. Throws
 * `pdf_damaged` if both give different boxes, rotation or resources, since it is unknown what the sender saw.
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
