import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFHexString,
  PDFNull,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFWriter,
} from 'pdf-lib';
import { reachableObjects } from './reachable-objects.ts';

export interface WrittenDocument {
  bytes: Uint8Array;
  /** The objects as written, under their new numbers. */
  context: PDFContext;
  /** Where an object of the document that was read now stands. */
  renumbered: ReadonlyMap<PDFRef, PDFRef>;
  startxref: number;
}

export interface DocumentRoots {
  root: PDFRef;
  info: PDFRef;
  /** Hexadecimal, 16 bytes each. */
  id: readonly [string, string];
}

/**
 * One clean revision: only what the roots lead to, numbered without gaps, with a classic
 * cross-reference table that every later revision can follow.
 */
export async function writeDocument(
  source: PDFContext,
  { root, info, id }: DocumentRoots,
): Promise<WrittenDocument> {
  const { refs } = reachableObjects(source, [root, info]);
  const renumbered = new Map(refs.map((ref, index) => [ref, PDFRef.of(index + 1)]));
  const context = PDFContext.create();
  const done = new Set<PDFObject>();
  for (const [ref, next] of renumbered) {
    const object = source.lookup(ref) as PDFObject;
    renumber(object, renumbered, done);
    context.assign(next, object);
  }
  context.trailerInfo = {
    Root: renumbered.get(root) as PDFRef,
    Info: renumbered.get(info) as PDFRef,
    ID: context.obj(id.map((half) => PDFHexString.of(half))),
  };
  const bytes = withFinalNewline(await PDFWriter.forContext(context, Infinity).serializeToBuffer());
  return { bytes, context, renumbered, startxref: startxrefOf(bytes) };
}

/** An object that two others hold directly is visited once. */
function renumber(object: PDFObject, to: ReadonlyMap<PDFRef, PDFRef>, done: Set<PDFObject>): void {
  if (done.has(object)) return;
  done.add(object);
  const moved = (child: PDFObject): PDFObject => {
    if (child instanceof PDFRef) return to.get(child) ?? PDFNull;
    renumber(child, to, done);
    return child;
  };
  const holder = object instanceof PDFStream ? object.dict : object;
  if (holder instanceof PDFDict) {
    for (const [key, child] of holder.entries()) holder.set(key, moved(child));
  } else if (holder instanceof PDFArray) {
    for (const [index, child] of holder.asArray().entries()) holder.set(index, moved(child));
  }
}

function withFinalNewline(bytes: Uint8Array): Uint8Array {
  const ended = new Uint8Array(bytes.length + 1);
  ended.set(bytes);
  ended[bytes.length] = 0x0a;
  return ended;
}

function startxrefOf(bytes: Uint8Array): number {
  const tail = Buffer.from(bytes.subarray(-64)).toString('latin1');
  const found = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1];
  if (!found) throw new Error('the written document has no startxref');
  return Number(found);
}
