import { createHash } from 'node:crypto';
import { type PDFDict, PDFHexString, type PDFObject, type PDFRef, PDFStream } from 'pdf-lib';
import { MAX_LENGTH, type Plan } from '../plan.ts';
import { FileBytes } from '../syntax/file-bytes.ts';
import type { Revision } from './change.ts';
import {
  formatReference,
  type IncrementalUpdate,
  type PendingSignature,
  parseReference,
} from './incremental-update.ts';
import { BYTE_RANGE_PLACEHOLDER } from './open-signature.ts';
import { ResumableHash } from './resumable-hash.ts';
import { type ListedObject, revisionEnding } from './revision-ending.ts';

interface Written {
  readonly bytes: Buffer;
  /** Offsets of the objects in `bytes`. */
  readonly offsets: Map<PDFRef, number>;
  readonly startxref: number;
}

/** Writes the revision, signs it if it has a signature, and returns it with the next plan. */
export async function closeRevision(update: IncrementalUpdate): Promise<Revision> {
  const id = nextId(update);
  const { bytes, offsets, startxref } = write(update, id);
  const length = update.plan.length + bytes.length;
  if (length > MAX_LENGTH) throw new Error('the file is too large for a classic cross-reference');
  const hash = await ResumableHash.resume(update.plan.hashState, update.plan.length);
  if (update.pending) await sign(update, update.pending, { bytes, offsets, startxref }, hash);
  else hash.update(bytes);
  const nextPlan: Plan = {
    ...update.plan,
    ...update.changes,
    ...hash.finish(),
    revision: update.plan.revision + 1,
    length,
    size: update.context.largestObjectNumber + 1,
    startxref,
    id,
    objects: remainingObjects(update),
    fields: Object.fromEntries(update.fields),
  };
  return { append: bytes, nextPlan };
}

/** The second part of /ID changes with each revision (ISO 32000-1, 14.4). */
function nextId({ plan, now }: IncrementalUpdate): readonly [string, string] {
  const seed = `${plan.sha256} ${now.toISOString()}`;
  return [plan.id[0], createHash('sha256').update(seed).digest('hex').slice(0, 32).toUpperCase()];
}

function write(update: IncrementalUpdate, id: readonly string[]): Written {
  const file = new FileBytes();
  const offsets = new Map<PDFRef, number>();
  const listed: ListedObject[] = [];
  for (const [ref, object] of update.context.enumerateIndirectObjects()) {
    const position = file.length;
    addObject(file, ref, object);
    offsets.set(ref, position);
    const { objectNumber: number, generationNumber: generation } = ref;
    listed.push({ number, generation, offset: update.plan.length + position });
  }
  const startxref = update.plan.length + file.length;
  file.addBytes(revisionEnding(listed, trailer(update, id), startxref));
  return { bytes: Buffer.from(file.toBytes().buffer), offsets, startxref };
}

/** In pdf-lib's serialization, which the verifier expects byte for byte. */
function addObject(file: FileBytes, ref: PDFRef, object: PDFObject): void {
  file.addText(`${formatReference(ref)} obj\n`);
  if (object instanceof PDFStream) addStream(file, object);
  else file.addText(object.toString());
  file.addText('\nendobj\n');
}

function addStream(file: FileBytes, stream: PDFStream): void {
  stream.updateDict();
  file.addText(`${stream.dict}\nstream\n`);
  file.addBytes(stream.getContents());
  file.addText('\nendstream');
}

const trailer = ({ plan, context }: IncrementalUpdate, id: readonly string[]): PDFDict =>
  context.obj({
    Size: context.largestObjectNumber + 1,
    Root: parseReference(plan.root),
    Info: parseReference(plan.info),
    ID: id.map((half) => PDFHexString.of(half)),
    Prev: plan.startxref,
  });

/**
 * Fills in /ByteRange, hashes the file around the gap and writes the signature into it (ISO 32000-1, 12.8.1).
 * Leaves the hash at the end of the file.
 */
async function sign(
  { plan }: IncrementalUpdate,
  { object, sign }: PendingSignature,
  { bytes, offsets }: Written,
  hash: ResumableHash,
): Promise<void> {
  const start = offsets.get(object) as number;
  const gapStart = bytes.indexOf('/Contents <', start, 'latin1') + '/Contents '.length;
  const gapEnd = bytes.indexOf('>', gapStart, 'latin1') + 1;
  const range = [plan.length + gapStart, plan.length + gapEnd, bytes.length - gapEnd];
  const rangeStart = bytes.indexOf(BYTE_RANGE_PLACEHOLDER, start, 'latin1');
  bytes.write(range.map((value) => String(value).padEnd(10)).join(' '), rangeStart, 'latin1');
  hash.update(bytes.subarray(0, gapStart));
  const contents = Buffer.from(await sign(hash.digestWith(bytes.subarray(gapEnd))));
  if (contents.length * 2 > gapEnd - gapStart - 2) throw new Error('signature larger than its gap');
  bytes.write(contents.toString('hex'), gapStart + 1, 'latin1');
  hash.update(bytes.subarray(gapStart));
}

/** Current syntax of the dictionaries that later revisions may rewrite. */
function remainingObjects({ plan, changes, fields, context }: IncrementalUpdate) {
  const open = [plan.root, changes.dss, ...[...fields.values()].map(({ object }) => object)];
  return Object.fromEntries(
    open
      .filter((reference) => reference !== undefined)
      .map((reference) => [
        reference,
        syntaxOf(context.lookup(parseReference(reference)), plan, reference),
      ]),
  );
}

function syntaxOf(written: PDFObject | undefined, plan: Plan, reference: string): string {
  const syntax = written?.toString() ?? plan.objects[reference];
  if (syntax === undefined) throw new Error(`object ${reference} is not in the plan`);
  return syntax;
}
