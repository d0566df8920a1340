import { type PDFContext, PDFRef } from 'pdf-lib';

/** Assigns new object numbers without gaps, in the order of first reference. */
export class Renumbering {
  readonly #context: PDFContext;
  readonly #numbers = new Map<PDFRef, PDFRef>();
  readonly #refs: PDFRef[] = [];
  #last: number;

  /** `written`: number of objects already in the file. */
  constructor(context: PDFContext, written: number) {
    this.#context = context;
    this.#last = written;
  }

  /** References in the order of their new numbers; grows while their objects are serialized. */
  get refs(): readonly PDFRef[] {
    return this.#refs;
  }

  /** Maps a reference to an object already written. */
  place(ref: PDFRef, number: PDFRef): void {
    this.#numbers.set(ref, number);
  }

  /** The new reference; undefined if the object does not exist. */
  numberOf(ref: PDFRef): PDFRef | undefined {
    const known = this.#numbers.get(ref);
    if (known || !this.#context.lookup(ref)) return known;
    const number = PDFRef.of(++this.#last);
    this.#numbers.set(ref, number);
    this.#refs.push(ref);
    return number;
  }
}
