import { decodePDFRawStream, PDFRawStream } from 'pdf-lib';
import { type DocumentView, entry } from './document-view.ts';
import { VerifyError } from './report.ts';

/** Far more than a revocation list of ours; keeps a made-up one from filling the memory. */
const LARGEST_LIST = 1 << 20;

/** The revocation lists of the document security store, DER; none where there is no store. */
export const revocationListsOf = (view: DocumentView): Uint8Array[] => {
  const reference = entry(view.catalog, 'DSS');
  if (!reference) return [];
  return view.elements(entry(view.dictionary(reference), 'CRLs')).map((list) => {
    const stream = view.resolve(list);
    if (!(stream instanceof PDFRawStream) || stream.contents.length > LARGEST_LIST)
      throw new VerifyError('structure', 'a revocation list is no stream');
    return decodePDFRawStream(stream).decode();
  });
};
