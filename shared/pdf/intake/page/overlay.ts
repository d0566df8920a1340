import { type PDFContext, PDFDict, type PDFRef } from 'pdf-lib';
import { numbers } from '../../draw/content.ts';
import { array, dictionary, name } from '../../syntax/make-object.ts';
import { BALANCED, type ContentBalance } from './content-balance.ts';
import { contentsOf } from './page-contents.ts';
import type { Page } from './page-tree.ts';

/** A form XObject and the matrix with which it is painted. */
export interface PlacedForm {
  readonly form: PDFRef;
  readonly matrix: readonly number[];
}

/**
 * Paints forms over pages. First closes what the page's content leaves open, so that it cannot affect the
 * added content.
 */
export class Overlay {
  readonly #streams = new Map<string, PDFRef>();
  #forms = 0;

  paint(
    { dict: page }: Page,
    placed: readonly PlacedForm[],
    balance: ContentBalance = BALANCED,
  ): void {
    if (placed.length === 0) return;
    const names = placed.map(({ form }) => this.#register(page, form));
    const uses = placed.map(
      ({ matrix }, index) => `q ${numbers(...matrix)} cm /${names[index]} Do Q`,
    );
    const { before, after } = closing(balance);
    const { context } = page;
    page.set(
      name('Contents'),
      array(context, [
        this.#added(context, before),
        ...contentsOf(page),
        this.#added(context, [after, ...uses].join('\n')),
      ]),
    );
  }

  /** Shares equal streams; most pages begin with the same one. */
  #added(context: PDFContext, text: string): PDFRef {
    const known = this.#streams.get(text);
    if (known) return known;
    const ref = context.register(context.stream(Buffer.from(`\n${text}\n`, 'latin1')));
    this.#streams.set(text, ref);
    return ref;
  }

  /** A new resource name per use, since pages may share resources. */
  #register(page: PDFDict, form: PDFRef): string {
    const resources = subdictionary(page, 'Resources');
    const forms = subdictionary(resources, 'XObject');
    let key: string;
    do key = `Sigillo${this.#forms++}`;
    while (forms.has(name(key)));
    forms.set(name(key), form);
    return key;
  }
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
