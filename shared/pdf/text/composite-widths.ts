import { PDFArray, PDFDict, PDFNumber, type PDFObject } from 'pdf-lib';
import { name } from '../syntax/make-object.ts';

const PER_EM = 1_000;
const USUAL = 1_000;
const MAX_CODES = 70_000;

/** Widths by CID (ISO 32000-1, 9.7.4.3), in font sizes. */
export function compositeWidths(font: PDFDict): (cid: number) => number {
  const listed = font.lookup(name('DescendantFonts'));
  const first = listed instanceof PDFArray && listed.size() > 0 ? listed.lookup(0) : undefined;
  const descendant = first instanceof PDFDict ? first : undefined;
  const usual = descendant?.lookup(name('DW'));
  const rest = (usual instanceof PDFNumber ? usual.asNumber() : USUAL) / PER_EM;
  const widths = widthsOf(descendant?.lookup(name('W')));
  return (cid) => widths.get(cid) ?? rest;
}

/** `c [w …]` or `first last w`. */
function widthsOf(listed: PDFObject | undefined): Map<number, number> {
  const widths = new Map<number, number>();
  if (!(listed instanceof PDFArray)) return widths;
  const items = Array.from({ length: listed.size() }, (_, index) => listed.lookup(index));
  for (let at = 0; at + 1 < items.length; ) {
    const [first, next] = [numeric(items[at]), items[at + 1]];
    if (next instanceof PDFArray) {
      for (let index = 0; index < next.size(); index += 1)
        widths.set(first + index, numeric(next.lookup(index)) / PER_EM);
      at += 2;
    } else {
      const width = numeric(items[at + 2]) / PER_EM;
      const last = Math.min(numeric(next), first + MAX_CODES);
      for (let cid = first; cid <= last; cid += 1) widths.set(cid, width);
      at += 3;
    }
  }
  return widths;
}

const numeric = (value: PDFObject | undefined): number =>
  value instanceof PDFNumber ? value.asNumber() : 0;
