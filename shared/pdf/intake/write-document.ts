import { type PDFContext, PDFHexString, type PDFRef } from 'pdf-lib';
import type { FontReferences } from '../draw/form-drawing.ts';
import { type HashedFile, ResumableHash, sha256Padding } from '../revision/resumable-hash.ts';
import { type FileBeginning, fileBeginning } from '../syntax/file-beginning.ts';
import { FileBytes } from '../syntax/file-bytes.ts';
import { Renumbering } from '../syntax/renumbering.ts';
import { writeObjects } from '../syntax/write-objects.ts';

export interface WrittenDocument {
  readonly bytes: Uint8Array;
  readonly hash: HashedFile;
  /** Start offset of each object by number, then the end of the last one. */
  readonly offsets: readonly number[];
  /** Maps references of the original document to the new ones. */
  readonly renumbering: Renumbering;
  readonly startxref: number;
}

export interface DocumentRoots {
  readonly root: PDFRef;
  readonly info: PDFRef;
  /** Hexadecimal, 16 bytes each. */
  readonly id: readonly [string, string];
}

/**
 * Writes a single clean revision: fonts, then the objects reachable from the roots, numbered without gaps,
 * with a classic cross-reference table.
 */
export async function writeDocument(
  context: PDFContext,
  roots: DocumentRoots,
  fonts: FontReferences,
): Promise<WrittenDocument> {
  const beginning = fileBeginning();
  const renumbering = new Renumbering(context, beginning.offsets.length);
  renumbering.place(fonts.regular, beginning.fonts.regular);
  renumbering.place(fonts.bold, beginning.fonts.bold);
  for (const ref of [roots.root, roots.info]) renumbering.numberOf(ref);
  const file = new FileBytes();
  file.addBytes(beginning.bytes);
  const offsets = [...beginning.offsets, ...writeObjects(file, context, renumbering)];
  const table = tableOf(offsets);
  offsets.push(file.length);
  const hashed = addPadding(file);
  const startxref = file.length;
  file.addText(table);
  file.addText(trailerOf(offsets.length, roots, renumbering));
  file.addText(`startxref\n${startxref}\n%%EOF\n`);
  const bytes = file.toBytes();
  return { bytes, hash: await hashOf(bytes, hashed, beginning), offsets, renumbering, startxref };
}

/**
 * Ends the objects with a comment that contains the padding SHA-256 would add at this point
 * (docs/decisions/padding-comment.md); returns the length before it. The native digest of what precedes then
 * equals the hash state after the comment, so only the table is hashed with the slower resumable hash.
 */
function addPadding(file: FileBytes): number {
  file.addText('%');
  let padding = sha256Padding(file.length);
  while (endsLine(padding)) {
    file.addText(' ');
    padding = sha256Padding(file.length);
  }
  const hashed = file.length;
  file.addBytes(padding);
  file.addText('\n');
  return hashed;
}

const endsLine = (padding: Uint8Array): boolean => padding.includes(0x0a) || padding.includes(0x0d);

async function hashOf(
  bytes: Uint8Array,
  hashed: number,
  beginning: FileBeginning,
): Promise<HashedFile> {
  const rest = bytes.subarray(beginning.bytes.length, hashed);
  const hash = await ResumableHash.startPadded(beginning.hash.copy().update(rest), hashed);
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
  renumbering: Renumbering,
): string {
  const [rootTag, infoTag] = [root, info].map((ref) => renumbering.numberOf(ref));
  const halves = id.map((half) => PDFHexString.of(half).toString()).join(' ');
  return `trailer\n<< /Size ${size} /Root ${rootTag} /Info ${infoTag} /ID [ ${halves} ] >>\n`;
}
