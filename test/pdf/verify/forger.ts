import { PDFDict, PDFName, PDFRef } from 'pdf-lib';
import { hashFile } from '../../../shared/pdf/revision/resumable-hash.ts';
import { revisionEnding } from '../../../shared/pdf/revision/revision-ending.ts';
import { DocumentView } from '../../../shared/pdf/verify/document-view.ts';
import { latin1, parseObject, readRevisions } from '../../../shared/pdf/verify/file-structure.ts';
import type { TestCompany } from '../../pki/company.ts';
import { Pen, type SealedDocument } from '../sealed-document.ts';

const bytesOf = (text: string) => Buffer.from(text, 'latin1');

export const viewOf = (file: Uint8Array): DocumentView =>
  new DocumentView(file, readRevisions(file));

/** Number of the object at the end of a chain of keys from the catalog; the last must be a reference. */
export function numberAt(file: Uint8Array, ...keys: readonly string[]): number {
  const view = viewOf(file);
  let at: unknown = view.catalog;
  let ref: unknown = view.trailer.get(PDFName.of('Root'));
  for (const key of keys) {
    ref = /^\d+$/.test(key)
      ? view.elements(at as never)[Number(key)]
      : (at as PDFDict).get(PDFName.of(key));
    at = view.resolve(ref as never);
  }
  if (!(ref instanceof PDFRef)) throw new Error(`/${keys.join('/')} is no reference`);
  return ref.objectNumber;
}

/** Syntax of a dictionary with some entries added or replaced. */
export function withEntries(file: Uint8Array, number: number, entries: string): string {
  const object = viewOf(file).object(number);
  if (!(object instanceof PDFDict)) throw new Error(`object ${number} is no dictionary`);
  const keys = [...entries.matchAll(/\/(\w+) /g)].map(([, key]) => PDFName.of(String(key)));
  const copy = object.clone();
  for (const key of keys) copy.delete(key);
  return `<<${entries}${copy.toString().slice(2)}`;
}

export interface Forgery {
  /** Syntax of the objects to write, by number. */
  readonly objects: Record<number, string>;
  /** Replaces parts of the trailer's syntax. */
  readonly trailer?: (syntax: string) => string;
  /** Bytes before the cross-reference table that belong to no object. */
  readonly stray?: string;
}

/** An incremental update as any PDF editor would write it. */
export function update(file: Uint8Array, { objects, trailer, stray = '' }: Forgery): Uint8Array {
  const view = viewOf(file);
  const parts: Buffer[] = [];
  let at = file.length;
  const listed = Object.entries(objects).map(([number, body]) => {
    const part = Buffer.concat([
      bytesOf(`${number} 0 obj\n`),
      canonical(body),
      bytesOf('\nendobj\n'),
    ]);
    parts.push(part);
    at += part.length;
    return { number: Number(number), generation: 0, offset: at - part.length };
  });
  const size = Math.max(...Object.keys(objects).map((number) => Number(number) + 1), sizeOf(view));
  const syntax = `<<\n/Size ${size}\n/Prev ${startxrefOf(file)}\n${referencesOf(view)}\n>>`;
  const startxref = at + stray.length;
  const dict = parseObject(bytesOf(syntax)) as PDFDict;
  const ending = latin1(revisionEnding(listed, dict, startxref));
  const forged = ending.replace(/<<[\s\S]*>>/, (written) => trailer?.(written) ?? written);
  return Buffer.concat([file, ...parts, bytesOf(stray), bytesOf(forged)]);
}

/** In pdf-lib's syntax, as our own files have it. */
function canonical(body: string): Buffer {
  const object = parseObject(bytesOf(body));
  const bytes = Buffer.alloc(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

const sizeOf = (view: DocumentView) => Number(String(view.trailer.get(PDFName.of('Size'))));

const referencesOf = (view: DocumentView) =>
  ['Root', 'Info', 'ID'].map((key) => `/${key} ${view.trailer.get(PDFName.of(key))}`).join('\n');

const startxrefOf = (file: Uint8Array): number =>
  Number(/startxref\s+(\d+)\s+%%EOF\n$/.exec(latin1(file.subarray(-64)))?.[1]);

/**
 * Ends a forged file with a valid timestamp of the trusted authority: anyone can obtain one from a public
 * authority, so it must prove nothing by itself.
 */
export async function timestamped(
  file: Uint8Array,
  { plan }: SealedDocument,
  company: TestCompany,
  now: Date,
): Promise<Uint8Array> {
  const forgedPlan = {
    ...plan,
    ...(await hashFile(file)),
    length: file.length,
    startxref: startxrefOf(file),
    size: sizeOf(viewOf(file)),
  };
  const pen = new Pen(file, forgedPlan, { timestamp: company.timestamp, now });
  await pen.append({ timestamp: true });
  return pen.file;
}
