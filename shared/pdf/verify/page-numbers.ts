import { PDFDict, type PDFObject, PDFRef } from 'pdf-lib';
import { type DocumentView, entry } from './document-view.ts';

/** Page tree nodes; more than our documents can have. */
const MAX_NODES = 5_000;

const known = new WeakMap<DocumentView, ReadonlyMap<number, number>>();

/** Page numbers (from 1) by object number. */
export function pageNumbers(view: DocumentView): ReadonlyMap<number, number> {
  const pages = known.get(view) ?? numbered(view);
  known.set(view, pages);
  return pages;
}

function numbered(view: DocumentView): Map<number, number> {
  const pages = new Map<number, number>();
  const seen = new Set<number>();
  const pending = [entry(view.catalog, 'Pages')];
  while (pending.length > 0 && seen.size < MAX_NODES) {
    const node = pending.pop();
    if (!(node instanceof PDFRef) || seen.has(node.objectNumber)) continue;
    seen.add(node.objectNumber);
    const kids = kidsOf(view, node.objectNumber);
    if (kids) pending.push(...kids.toReversed());
    else pages.set(node.objectNumber, pages.size + 1);
  }
  return pages;
}

function kidsOf(view: DocumentView, node: number): readonly PDFObject[] | undefined {
  const found = view.object(node);
  const kids = found instanceof PDFDict ? entry(found, 'Kids') : undefined;
  return kids && view.elements(kids).slice(0, MAX_NODES);
}
