import { PDFArray, type PDFContext, PDFDict, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib';
import { numbers } from '../content.ts';
import { array, dictionary, name } from '../make-object.ts';
import { PdfRefusal } from '../refusal.ts';
import { balanceOf, type ContentBalance, followedBy } from './content-balance.ts';
import { decodeStream } from './decode-stream.ts';
import type { Page } from './page-tree.ts';

/** A form XObject and where it is painted. */
export interface PlacedForm {
  form: PDFRef;
  matrix: readonly number[];
}

const MAX_CONTENT_BYTES = 128 * 1024 * 1024;
const MAX_TOTAL_BYTES = 512 * 1024 * 1024;
const EMPTY: ContentBalance = { depth: 0, lowest: 0, marked: 0, inText: false };

/**
 * Paints forms over pages. What a page's own content leaves open is closed first, so that what is
 * added stands where it should whatever came before.
 */
export class Overlay {
  readonly #balances = new Map<PDFStream, ContentBalance>();
  readonly #streams = new Map<string, PDFRef>();
  #decodedBytes = 0;
  #forms = 0;

  paint({ dict: page }: Page, placed: readonly PlacedForm[]): void {
    if (placed.length === 0) return;
    const names = placed.map(({ form }) => this.#register(page, form));
    const uses = placed.map(
      ({ matrix }, index) => `q ${numbers(...matrix)} cm /${names[index]} Do Q`,
    );
    const streams = contentsOf(page);
    const { before, after } = closing(this.#balance(page, streams));
    const { context } = page;
    page.set(
      name('Contents'),
      array(context, [
        this.#added(context, before),
        ...streams,
        this.#added(context, [after, ...uses].join('\n')),
      ]),
    );
  }

  /** Most pages begin with the same. */
  #added(context: PDFContext, text: string): PDFRef {
    const known = this.#streams.get(text);
    if (known) return known;
    const ref = context.register(context.stream(Buffer.from(`\n${text}\n`, 'latin1')));
    this.#streams.set(text, ref);
    return ref;
  }

  /** Resources may be shared by many pages, so each use gets a name of its own. */
  #register(page: PDFDict, form: PDFRef): string {
    const resources = subdictionary(page, 'Resources');
    const forms = subdictionary(resources, 'XObject');
    let key: string;
    do key = `Sigillo${this.#forms++}`;
    while (forms.has(name(key)));
    forms.set(name(key), form);
    return key;
  }

  #balance(page: PDFDict, streams: readonly PDFRef[]): ContentBalance {
    return streams
      .map((ref) => page.context.lookup(ref))
      .filter((stream) => stream instanceof PDFRawStream)
      .map((stream) => this.#balanceOfStream(stream))
      .reduce(followedBy, EMPTY);
  }

  #balanceOfStream(stream: PDFRawStream): ContentBalance {
    const known = this.#balances.get(stream);
    if (known) return known;
    const content = decodeStream(stream, MAX_CONTENT_BYTES) ?? new Uint8Array();
    this.#decodedBytes += content.length;
    if (this.#decodedBytes > MAX_TOTAL_BYTES) {
      throw new PdfRefusal('pdf_unsafe', { limit: MAX_TOTAL_BYTES });
    }
    const balance = balanceOf(content);
    this.#balances.set(stream, balance);
    return balance;
  }
}

function contentsOf(page: PDFDict): PDFRef[] {
  const entry = page.get(name('Contents'));
  const value = page.lookup(name('Contents'));
  if (value instanceof PDFStream && entry instanceof PDFRef) return [entry];
  if (!(value instanceof PDFArray)) return [];
  return value
    .asArray()
    .filter((item) => item instanceof PDFRef && page.context.lookup(item) instanceof PDFStream)
    .map((item) => item as PDFRef);
}

function closing({ depth, lowest, marked, inText }: ContentBalance) {
  const saved = 1 - lowest;
  return {
    before: Array(saved).fill('q').join(' '),
    after: [
      ...(inText ? ['ET'] : []),
      ...Array(Math.max(0, marked)).fill('EMC'),
      ...Array(saved + depth).fill('Q'),
    ].join(' '),
  };
}

function subdictionary(dict: PDFDict, key: string): PDFDict {
  const value = dict.lookup(name(key));
  if (value instanceof PDFDict) return value;
  const created = dictionary(dict.context, {});
  dict.set(name(key), created);
  return created;
}
