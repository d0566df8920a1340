import { type PDFContext, PDFHexString, type PDFObject, PDFRef, PDFStream } from 'pdf-lib';
import { type HashedFile, ResumableHash, sha256Padding } from '../resumable-hash.ts';
import { FileBytes } from './file-bytes.ts';
import { reachableObjects } from './reachable-objects.ts';
import { type Renumbering, serializeObject } from './serialize-object.ts';

export interface WrittenDocument {
  bytes: Uint8Array;
  hash: HashedFile;
  /** Where an object of the document that was read now stands. */
  renumbered: Renumbering;
  startxref: number;
}

export interface DocumentRoots {
  root: PDFRef;
  info: PDFRef;
  /** Hexadecimal, 16 bytes each. */
  id: readonly [string, string];
}

/** A comment of four bytes that no text has tells transports that the file is binary (7.5.2). */
const HEADER = '%PDF-1.7\n%\u0081\u0081\u0081\u0081\n\n';

/**
 * One clean revision: only what the roots lead to, numbered without gaps, with a classic
 * cross-reference table that every later revision can follow.
 */
export async function writeDocument(
  context: PDFContext,
  roots: DocumentRoots,
): Promise<WrittenDocument> {
  const { refs } = reachableObjects(context, [roots.root, roots.info]);
  const renumbered = new Map(refs.map((ref, index) => [ref, PDFRef.of(index + 1)]));
  const file = new FileBytes();
  file.addText(HEADER);
  const offsets = refs.map((ref, index) => {
    const offset = file.length;
    file.addText(`${index + 1} 0 obj\n`);
    addObject(file, context.lookup(ref) as PDFObject, renumbered);
    file.addText('\nendobj\n\n');
    return offset;
  });
  const hashed = addPadding(file);
  const startxref = file.length;
  file.addText(tableOf(offsets));
  file.addText(trailerOf(refs.length + 1, roots, renumbered));
  file.addText(`startxref\n${startxref}\n%%EOF\n`);
  const bytes = file.toBytes();
  return { bytes, hash: await hashOf(bytes, hashed), renumbered, startxref };
}

function addObject(file: FileBytes, object: PDFObject, renumbered: Renumbering): void {
  if (object instanceof PDFStream) object.updateDict();
  const value = object instanceof PDFStream ? object.dict : object;
  file.addText(serializeObject(value, renumbered));
  if (!(object instanceof PDFStream)) return;
  file.addText('\nstream\n');
  file.addBytes(object.getContents());
  file.addText('\nendstream');
}

/**
 * Ends the objects with a comment (docs/decisions/padding-comment.md) that holds the very padding which SHA-256 would append here, and
 * answers the length before it. So the digest of what precedes, by the platform at its full speed,
 * is the state of the hash after the comment: only the table remains to be hashed resumably.
 */
function addPadding(file: FileBytes): number {
  file.addText('%');
  while (endsLine(sha256Padding(file.length))) file.addText(' ');
  const hashed = file.length;
  file.addBytes(sha256Padding(hashed));
  file.addText('\n');
  return hashed;
}

const endsLine = (padding: Uint8Array): boolean => padding.includes(0x0a) || padding.includes(0x0d);

async function hashOf(bytes: Uint8Array, hashed: number): Promise<HashedFile> {
  const hash = await ResumableHash.startPadded(bytes.subarray(0, hashed));
  hash.update(bytes.subarray(hashed + sha256Padding(hashed).length));
  return hash.finish();
}

/** Entries of exactly 20 bytes (ISO 32000-1, 7.5.4). */
function tableOf(offsets: readonly number[]): string {
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  return `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries.join('')}`;
}

function trailerOf(
  size: number,
  { root, info, id }: DocumentRoots,
  renumbered: Renumbering,
): string {
  const [rootTag, infoTag] = [root, info].map((ref) => serializeObject(ref, renumbered));
  const halves = id.map((half) => PDFHexString.of(half).toString()).join(' ');
  return `trailer\n<< /Size ${size} /Root ${rootTag} /Info ${infoTag} /ID [ ${halves} ] >>\n`;
}
