import { PDFNumber, PDFRawStream } from 'pdf-lib';
import { name } from './make-object.ts';

/**
 * Objects are found by scanning the file, so only the trailer entries of a cross-reference stream are kept.
 */
export function withoutEntries({ dict }: PDFRawStream): PDFRawStream {
  dict.set(name('Index'), dict.context.obj([]));
  dict.set(name('W'), dict.context.obj([0, 0, 0]));
  dict.set(name('Size'), PDFNumber.of(0));
  dict.delete(name('Filter'));
  return PDFRawStream.of(dict, new Uint8Array());
}

/** Replaces an unreadable object stream by an empty one. */
export function emptiedStream({ dict }: PDFRawStream): PDFRawStream {
  dict.set(name('N'), PDFNumber.of(0));
  dict.delete(name('Filter'));
  return PDFRawStream.of(dict, new Uint8Array());
}
