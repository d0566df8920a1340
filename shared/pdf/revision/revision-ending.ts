import { PDFCrossRefSection, type PDFDict, PDFRef, PDFTrailer, PDFTrailerDict } from 'pdf-lib';

/** Offset of an object of the revision in the whole file. */
export interface ListedObject {
  readonly number: number;
  readonly generation: number;
  readonly offset: number;
}

/**
 * End of an appended revision: classic cross-reference table (ISO 32000-1 § 7.5.4), trailer and `%%EOF`.
 * Deterministic, because the verifier compares what it reads with what this writes.
 */
export function revisionEnding(
  objects: readonly ListedObject[],
  trailer: PDFDict,
  startxref: number,
): Uint8Array {
  const table = PDFCrossRefSection.createEmpty();
  for (const { number, generation, offset } of [...objects].sort(byNumber))
    table.addEntry(PDFRef.of(number, generation), offset);
  const parts = [
    table,
    PDFTrailerDict.of(trailer),
    PDFTrailer.forLastCrossRefSectionOffset(startxref),
  ];
  const text = `${parts[0]}${parts[1]}\n${parts[2]}\n`;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

const byNumber = (left: ListedObject, right: ListedObject) => left.number - right.number;
