import { PDFArray, type PDFDict, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib';
import { PdfRefusal } from '../../refusal.ts';
import { decodeStream } from '../../syntax/decode-stream.ts';
import { name } from '../../syntax/make-object.ts';
import {
  BALANCED,
  balanceOf,
  type ContentBalance,
  followedBy,
  paintsAfterUnderflow,
} from './content-balance.ts';
import type { Page } from './page-tree.ts';

const MAX_CONTENT_BYTES = 128 * 1024 * 1024;
const MAX_TOTAL_BYTES = 512 * 1024 * 1024;

/** A page's content streams in order. Throws `pdf_damaged` if one is missing. */
export function contentsOf(page: PDFDict): PDFRef[] {
  const entry = page.get(name('Contents'));
  const value = page.lookup(name('Contents'));
  if (!value) return [];
  const items = value instanceof PDFArray ? value.asArray() : [entry];
  return items.map((item) => {
    if (item instanceof PDFRef && page.context.lookup(item) instanceof PDFStream) return item;
    throw new PdfRefusal('pdf_damaged', { reason: 'a part of a page is missing' });
  });
}

/**
 * What each page's content leaves open. Throws `pdf_damaged` if viewers would stop at different points,
 * `pdf_unsafe` if the content exceeds MAX_TOTAL_BYTES.
 */
export function balancesOf(pages: readonly Page[]): ContentBalance[] {
  const contents = new Contents();
  return pages.map(({ dict }) => contents.balanceOf(dict));
}

/** Caches per stream, since pages may share streams. */
class Contents {
  readonly #balances = new Map<PDFStream, ContentBalance>();
  #decodedBytes = 0;

  balanceOf(page: PDFDict): ContentBalance {
    const streams = contentsOf(page)
      .map((ref) => page.context.lookup(ref))
      .filter((stream) => stream instanceof PDFRawStream);
    const balance = streams.map((stream) => this.#balanceOf(stream)).reduce(followedBy, BALANCED);
    if (balance.lowest < 0 && paintsAfterUnderflow(streams.map(decoded))) {
      throw new PdfRefusal('pdf_damaged', { reason: 'a page restores more than it saved' });
    }
    return balance;
  }

  #balanceOf(stream: PDFRawStream): ContentBalance {
    const known = this.#balances.get(stream);
    if (known) return known;
    const content = decoded(stream);
    this.#decodedBytes += content.length;
    if (this.#decodedBytes > MAX_TOTAL_BYTES) {
      throw new PdfRefusal('pdf_unsafe', { limit: MAX_TOTAL_BYTES });
    }
    const balance = balanceOf(content);
    this.#balances.set(stream, balance);
    return balance;
  }
}

const decoded = (stream: PDFRawStream): Uint8Array =>
  decodeStream(stream, MAX_CONTENT_BYTES) ?? new Uint8Array();
