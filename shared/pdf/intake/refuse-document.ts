import {
  PDFArray,
  PDFDict,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFStream,
} from 'pdf-lib';
import { PdfRefusal } from '../refusal.ts';
import { name } from '../syntax/make-object.ts';
import type { ReachableObjects } from '../syntax/reachable-objects.ts';
import type { LoadedDocument } from './load-document.ts';

/** Annotations that contain or play a file (ISO 32000-1, table 169, and Adobe's extensions). */
const MEDIA = new Set<PDFObject | undefined>(
  ['FileAttachment', 'RichMedia', 'Screen', 'Movie', 'Sound', '3D'].map(name),
);
/** Pixels; an A0 sheet at 400 dpi has 250 million. */
const MAX_PIXELS = 300_000_000;

/** Throws for content that a document to be signed must not have. */
export function refuseDocument(
  document: LoadedDocument,
  { dicts, streams, invalid }: ReachableObjects,
): void {
  if (invalid.length > 0) throw new PdfRefusal('pdf_damaged', { object: String(invalid[0]) });
  if (streams.some(hasNoLength)) throw new PdfRefusal('pdf_damaged', { reason: 'no length' });
  if (dicts.some(isSignature)) throw new PdfRefusal('pdf_signed');
  const form = document.catalog.lookup(name('AcroForm'));
  if (form instanceof PDFDict && form.has(name('XFA'))) throw new PdfRefusal('pdf_xfa');
  if (document.catalog.has(name('Collection')) || dicts.some(carriesFile)) {
    throw new PdfRefusal('pdf_embedded_files');
  }
  for (const stream of streams) if (isImage(stream)) assertPaintable(stream);
}

/** A stream with data but no positive /Length: some viewers scan for its end, others show it as empty. */
function hasNoLength(stream: PDFStream): boolean {
  const length = stream.dict.lookup(name('Length'));
  const isEmpty = !(stream instanceof PDFRawStream) || stream.contents.length === 0;
  return !isEmpty && !(length instanceof PDFNumber && length.asNumber() > 0);
}

function isSignature(dict: PDFDict): boolean {
  const type = dict.lookup(name('Type'));
  const typed = type === name('Sig') || type === name('DocTimeStamp');
  return (
    dict.lookup(name('ByteRange')) instanceof PDFArray || (typed && dict.has(name('Contents')))
  );
}

function carriesFile(dict: PDFDict): boolean {
  const media = MEDIA.has(dict.lookup(name('Subtype')));
  return dict.lookup(name('EF')) instanceof PDFDict || (media && dict.has(name('Rect')));
}

const isImage = (stream: PDFStream): stream is PDFRawStream =>
  stream instanceof PDFRawStream && stream.dict.lookup(name('Subtype')) === name('Image');

function assertPaintable({ dict }: PDFRawStream): void {
  const [width, height] = ['Width', 'Height'].map((key) => {
    const value = dict.lookup(name(key));
    return value instanceof PDFNumber ? value.asNumber() : 0;
  });
  if ((width ?? 0) * (height ?? 0) > MAX_PIXELS) {
    throw new PdfRefusal('pdf_unsafe', { width: width ?? 0, height: height ?? 0 });
  }
}
