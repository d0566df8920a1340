import { type PDFContext, PDFRef } from 'pdf-lib';

/** Numbers the objects that are written: without gaps, each when it is first referred to. */
export class Renumbering {
  readonly #context: PDFContext;
  readonly #numbers = new Map<PDFRef, PDFRef>();
  readonly #refs: PDFRef[] = [];
  #last: number;

  /** Behind as many objects as were written before. */
  constructor(context: PDFContext, written: number) {
    this.#context = context;
    this.#last = written;
  }

  /** The references that were met, in the order of their numbers; it grows while what they lead to is written. */
  get refs(): readonly PDFRef[] {
    return this.#refs;
  }

  /** Says where something stands that was written before. */
  place(ref: PDFRef, number: PDFRef): void {
    this.#numbers.set(ref, number);
  }

  /** Undefined for what is not there. */
  numberOf(ref: PDFRef): PDFRef | undefined {
    const known = this.#numbers.get(ref);
    if (known || !this.#context.lookup(ref)) return known;
    const number = PDFRef.of(++this.#last);
    this.#numbers.set(ref, number);
    this.#refs.push(ref);
    return number;
  }
}
