import { createHash } from 'node:crypto';
import { decodePDFRawStream, PDFRawStream, PDFRef } from 'pdf-lib';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import { glyphCodes } from '../../shared/pdf/font/font.ts';
import { fieldName, SEAL_FIELD } from '../../shared/pdf/plan.ts';
import { DocumentView, entry } from '../../shared/pdf/verify/document-view.ts';
import { readRevisions } from '../../shared/pdf/verify/file-structure.ts';
import { formFields } from '../../shared/pdf/verify/find-signature.ts';

/** The entry whose hash the sealed file's certificate prints as the ledger's head. */
export function printedHead(bytes: Uint8Array, entries: readonly Entry[]): Entry | undefined {
  const certificate = sealAppearance(bytes);
  return entries.find(({ hash }) => certificate.includes(`<${glyphCodes(hash)}>`));
}

/** The entry that records this file's hash as the sealed document. */
export function recordOf(bytes: Uint8Array, entries: readonly Entry[]): Entry | undefined {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return entries.find(({ type, data }) => type === 'completed' && data.file.sha256 === sha256);
}

function sealAppearance(bytes: Uint8Array): string {
  const view = new DocumentView(bytes, readRevisions(bytes));
  const [seal] = [...formFields(view)].find(([, { name }]) => name === fieldName(SEAL_FIELD)) ?? [];
  if (seal === undefined) throw new Error('it was not sealed here');
  const widget = view.dictionary(PDFRef.of(seal));
  const stream = view.resolve(entry(view.dictionary(entry(widget, 'AP')), 'N'));
  if (!(stream instanceof PDFRawStream)) throw new Error('it shows no certificate');
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}
