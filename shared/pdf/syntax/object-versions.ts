import { type PDFContext, type PDFObject, PDFRawStream, PDFRef } from 'pdf-lib';
import { PdfRefusal } from '../refusal.ts';
import type { CrossReference } from './cross-reference.ts';
import { reachableObjects } from './reachable-objects.ts';

/** The bytes between the ends of two consecutive objects. */
interface Span {
  readonly from: number;
  readonly to: number;
  /** Whether it is within an object stream. */
  readonly isStream: boolean;
}

interface Version {
  readonly object: PDFObject;
  readonly span: Span;
}

interface Choice {
  readonly ref: PDFRef;
  /** Undefined if viewers do not find it. */
  readonly object: PDFObject | undefined;
}

/**
 * All versions of each object found while scanning the file. The last one counts, unless the cross-reference
 * is intact, in which case viewers show the version that it refers to.
 */
export class ObjectVersions {
  readonly #context: PDFContext;
  readonly #file: Buffer;
  readonly #versions = new Map<PDFRef, Version[]>();
  #span: Span = { from: 0, to: 0, isStream: false };
  #isStream = false;

  constructor(context: PDFContext, file: Buffer) {
    this.#context = context;
    this.#file = file;
  }

  /** An object stream ended; its objects follow. */
  enterStream(): void {
    this.#isStream = true;
  }

  /** Ends a span that is not an object of the document (such as a trailer). */
  pass(offset: number): void {
    this.#span = { from: this.#span.to, to: offset, isStream: false };
  }

  /** Adds an object that ends at `offset`; true if it is in an object stream. */
  add(ref: PDFRef, object: PDFObject, offset: number): boolean {
    if (offset !== this.#span.to) {
      this.#span = { from: this.#span.to, to: offset, isStream: this.#isStream };
      this.#isStream = false;
    }
    const version = { object, span: this.#span };
    const known = this.#versions.get(ref);
    if (known) known.push(version);
    else this.#versions.set(ref, [version]);
    return this.#span.isStream;
  }

  /** Keeps the versions that the cross-reference refers to; false if a needed object is missing. */
  follow({ entries }: CrossReference, root: PDFObject): boolean {
    const choices: Choice[] = [];
    const lost = new Set<PDFRef>();
    for (const [ref, versions] of this.#versions) {
      const chosen = this.#chosen(ref, versions, entries);
      if (chosen === 'lost') lost.add(ref);
      else if (chosen !== versions.at(-1)?.object) choices.push({ ref, object: chosen });
    }
    for (const choice of choices) this.#put(choice);
    const isWhole = lost.size === 0 || !this.#leadsTo(root, lost);
    if (!isWhole) for (const { ref } of choices) this.#put({ ref, object: this.#last(ref) });
    return isWhole;
  }

  /** Throws `pdf_damaged` if a needed object has several different versions and nothing says which counts. */
  assertUnambiguous(root: PDFObject): void {
    for (const ref of reachableObjects(this.#context, [root]).refs) {
      const [first, ...others] = this.#versions.get(ref) ?? [];
      if (first && others.some(({ object }) => !isAlike(first.object, object))) {
        throw new PdfRefusal('pdf_damaged', {
          reason: 'an object stands twice',
          object: String(ref),
        });
      }
    }
  }

  #last(ref: PDFRef): PDFObject | undefined {
    return this.#versions.get(ref)?.at(-1)?.object;
  }

  #put({ ref, object }: Choice): void {
    if (object) this.#context.assign(ref, object);
    else this.#context.delete(ref);
  }

  #leadsTo(root: PDFObject, lost: ReadonlySet<PDFRef>): boolean {
    return reachableObjects(this.#context, [root]).refs.some((ref) => lost.has(ref));
  }

  #chosen(
    ref: PDFRef,
    versions: readonly Version[],
    entries: CrossReference['entries'],
  ): PDFObject | undefined | 'lost' {
    const entry = entries.get(ref.objectNumber);
    if (!entry || entry.kind === 'free') return undefined;
    const isWithin = entry.kind === 'within';
    const holder = isWithin ? entries.get(entry.stream) : entry;
    if (holder?.kind !== 'at') return 'lost';
    const named = isWithin ? PDFRef.of(entry.stream) : ref;
    if (holder.generation !== named.generationNumber) return 'lost';
    const found = versions.findLast(
      ({ span }) =>
        span.isStream === isWithin && span.from <= holder.offset && holder.offset < span.to,
    );
    if (!found) return isWithin ? undefined : 'lost';
    return this.#begins(found.span, holder.offset, named) ? found.object : 'lost';
  }

  /** Whether the span's object itself, not something within it, begins at the offset. */
  #begins({ from }: Span, offset: number, { objectNumber, generationNumber }: PDFRef): boolean {
    const [head, number, generation] =
      HEAD.exec(this.#file.toString('latin1', offset, offset + 60)) ?? [];
    const isNamed = Number(number) === objectNumber && Number(generation) === generationNumber;
    if (head === undefined || !isNamed) return false;
    return this.#firstHead(from) === offset + head.length - OBJ.length;
  }

  /**
   * Offset of the "obj" keyword of the first object header from here on; comments may contain the word too.
   */
  #firstHead(from: number): number {
    let at = this.#file.indexOf(OBJ, from);
    while (at >= 0 && !NUMBERS.test(this.#file.toString('latin1', Math.max(from, at - 30), at))) {
      at = this.#file.indexOf(OBJ, at + 1);
    }
    return at;
  }
}

function isAlike(one: PDFObject, other: PDFObject): boolean {
  if (!(one instanceof PDFRawStream && other instanceof PDFRawStream)) {
    return String(one) === String(other);
  }
  return (
    String(one.dict) === String(other.dict) && Buffer.compare(one.contents, other.contents) === 0
  );
}

const OBJ = 'obj';
const NUMBERS = /\d[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+$/;
const HEAD = /^[\0\t\n\f\r ]*(\d+)[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+obj/;
