import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { type FileRevision, objectAt, type Span } from './file-structure.ts';
import { VerifyError } from './report.ts';

/** The document as of one of its revisions; objects are parsed on demand. */
export class DocumentView {
  readonly #bytes: Uint8Array;
  readonly #revisions: readonly FileRevision[];

  /** `revisions`: the oldest up to the one to view. */
  constructor(bytes: Uint8Array, revisions: readonly FileRevision[]) {
    this.#bytes = bytes;
    this.#revisions = revisions;
  }

  /** The newest revision's trailer. */
  get trailer(): PDFDict {
    const newest = this.#revisions.at(-1);
    if (!newest) throw new VerifyError('structure', 'no revision');
    return newest.trailer;
  }

  get catalog(): PDFDict {
    return this.dictionary(this.trailer.get(PDFName.of('Root')));
  }

  /** An object's newest version; undefined if it does not exist. */
  object(number: number): PDFObject | undefined {
    const span = this.span(number);
    return span && objectAt(this.#bytes, number, span);
  }

  span(number: number): Span | undefined {
    return this.#revisions.findLast(({ objects }) => objects.has(number))?.objects.get(number);
  }

  /** Resolves a reference (one level). */
  resolve(value: PDFObject | undefined): PDFObject | undefined {
    return value instanceof PDFRef ? this.object(value.objectNumber) : value;
  }

  dictionary(value: PDFObject | undefined): PDFDict {
    const found = this.resolve(value);
    if (found instanceof PDFDict) return found;
    throw new VerifyError('structure', 'a dictionary is missing');
  }

  /** The elements of an array; empty if the value is not an array. */
  elements(value: PDFObject | undefined): readonly PDFObject[] {
    const found = this.resolve(value);
    return found instanceof PDFArray ? found.asArray() : [];
  }
}

/** A string's text; undefined for other objects. */
export const textOf = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;

/** A name without the slash; undefined for other objects. */
export const nameOf = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFName ? value.decodeText() : undefined;

export const entry = (dict: PDFDict, key: string): PDFObject | undefined =>
  dict.get(PDFName.of(key));

/** Keys whose values differ between two versions of a dictionary. */
export function changedKeys(before: PDFDict, after: PDFDict): string[] {
  const keys = new Set([...before.keys(), ...after.keys()].map((key) => key.decodeText()));
  return [...keys].filter(
    (key) => entry(before, key)?.toString() !== entry(after, key)?.toString(),
  );
}

/** Whether the value refers to a form XObject that is new in this revision. */
export function isNewForm(
  { before, after }: { before: DocumentView; after: DocumentView },
  value: PDFObject | undefined,
): boolean {
  if (!(value instanceof PDFRef) || before.span(value.objectNumber)) return false;
  const stream = after.object(value.objectNumber);
  return (
    stream instanceof PDFRawStream && nameOf(stream.dict.get(PDFName.of('Subtype'))) === 'Form'
  );
}

/** The direct dictionaries of an array. */
export const directArray = (value: PDFObject | undefined): PDFDict[] =>
  value instanceof PDFArray
    ? value.asArray().filter((each): each is PDFDict => each instanceof PDFDict)
    : [];

/** The direct strings of an array. */
export const stringsOf = (value: PDFObject | undefined): string[] =>
  value instanceof PDFArray ? value.asArray().flatMap((each) => textOf(each) ?? []) : [];
