import { decodePDFRawStream, PDFRawStream } from 'pdf-lib';
import { type DocumentView, entry } from './document-view.ts';
import { VerifyError } from './report.ts';

/** Far more than what we store; keeps a made-up one from filling the memory. */
const LARGEST_ITEM = 8 << 20;

/** What the document security store holds, DER; nothing where there is no store. */
export interface ValidationData {
  certificates: readonly Uint8Array[];
  revocationLists: readonly Uint8Array[];
}

export const validationDataOf = (view: DocumentView): ValidationData => {
  const store = entry(view.catalog, 'DSS');
  const items = (key: string): Uint8Array[] =>
    view.elements(store && entry(view.dictionary(store), key)).map((item) => {
      const stream = view.resolve(item);
      if (!(stream instanceof PDFRawStream) || stream.contents.length > LARGEST_ITEM)
        throw new VerifyError('structure', `one of the ${key} is no stream`);
      return decodePDFRawStream(stream).decode();
    });
  return { certificates: items('Certs'), revocationLists: items('CRLs') };
};
