import { type PDFObject, type PDFRef, PDFStream } from 'pdf-lib';
import type { FileBytes } from './file-bytes.ts';
import { type Renumbering, serializeObject } from './serialize-object.ts';

/** Adds an indirect object under its new number, and answers where it starts. */
export function writeObject(
  file: FileBytes,
  { objectNumber, generationNumber }: PDFRef,
  object: PDFObject,
  renumbered: Renumbering,
): number {
  const offset = file.length;
  file.addText(`${objectNumber} ${generationNumber} obj\n`);
  if (object instanceof PDFStream) writeStream(file, object, renumbered);
  else file.addText(serializeObject(object, renumbered));
  file.addText('\nendobj\n\n');
  return offset;
}

function writeStream(file: FileBytes, stream: PDFStream, renumbered: Renumbering): void {
  stream.updateDict();
  file.addText(`${serializeObject(stream.dict, renumbered)}\nstream\n`);
  file.addBytes(stream.getContents());
  file.addText('\nendstream');
}
