import { type PDFObject, type PDFRef, PDFStream } from 'pdf-lib';
import type { FileBytes } from '../file-bytes.ts';
import { type Renumbering, serializeObject } from './serialize-object.ts';

const END = '\nendobj\n\n';

/** Adds an indirect object under the number of `ref`, and answers where it starts. */
export function writeObject(
  file: FileBytes,
  ref: PDFRef,
  object: PDFObject,
  renumbered: Renumbering,
): number {
  const offset = file.length;
  file.addText(headOf(ref));
  if (object instanceof PDFStream) writeStream(file, object, renumbered);
  else file.addText(serializeObject(object, renumbered));
  file.addText(END);
  return offset;
}

const headOf = ({ objectNumber, generationNumber }: PDFRef): string =>
  `${objectNumber} ${generationNumber} obj\n`;

/** The object itself, out of what was written between its offset and the next one. */
export const writtenObject = (file: Buffer, ref: PDFRef, offset: number, next: number): string =>
  file.toString('latin1', offset + headOf(ref).length, next - END.length);

function writeStream(file: FileBytes, stream: PDFStream, renumbered: Renumbering): void {
  stream.updateDict();
  file.addText(`${serializeObject(stream.dict, renumbered)}\nstream\n`);
  file.addBytes(stream.getContents());
  file.addText('\nendstream');
}
