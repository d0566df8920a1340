import { type PDFContext, type PDFObject, PDFRawStream, PDFRef } from 'pdf-lib';
import { PdfRefusal } from '../refusal.ts';
import type { CrossReference } from './cross-reference.ts';
import { reachableObjects } from './reachable-objects.ts';

/** The bytes of a file between the end of one object and the end of the next. */
interface Span {
  readonly from: number;
  readonly to: number;
  /** Of an object stream. */
  readonly isStream: boolean;
}

interface Version {
  readonly object: PDFObject;
  readonly span: Span;
}

interface Choice {
  readonly ref: PDFRef;
  /** Undefined for what no viewer finds. */
  readonly object: PDFObject | undefined;
}

/**
 * Every version of every object, as a file was read through. The last one counts, unless the file's
 * cross-reference is whole: then what it leads to is what viewers show.
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

  /** An object stream ends here; what it holds comes next. */
  enterStream(): void {
    this.#isStream = true;
  }

  /** Something ends here that is no object of the document. */
  pass(offset: number): void {
    this.#span = { from: this.#span.to, to: offset, isStream: false };
  }

  /** An object, read up to here; true if it stood in an object stream. */
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

  /** Leaves in the context what the cross-reference leads to; false if it leads to nothing that is needed. */
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

  /** Throws `pdf_damaged` if something that is needed stands in the file in two ways, and nothing says which counts. */
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

  /** Whether the object of the span begins there, and not something inside of it. */
  #begins({ from }: Span, offset: number, { objectNumber, generationNumber }: PDFRef): boolean {
    const [head, number, generation] =
      HEAD.exec(this.#file.toString('latin1', offset, offset + 60)) ?? [];
    const isNamed = Number(number) === objectNumber && Number(generation) === generationNumber;
    if (head === undefined || !isNamed) return false;
    return this.#firstHead(from) === offset + head.length - OBJ.length;
  }

  /** Where the word stands that ends the first head from here on; comments may have it too. */
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
