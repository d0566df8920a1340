import { type PDFContext, type PDFObject, type PDFRef, PDFStream } from 'pdf-lib';
import type { FileBytes } from './file-bytes.ts';
import type { Renumbering } from './renumbering.ts';
import { serializeObject } from './serialize-object.ts';

const END = '\nendobj\n\n';

/** Writes all referenced objects, transitively; returns their offsets. */
export function writeObjects(
  file: FileBytes,
  context: PDFContext,
  renumbering: Renumbering,
): number[] {
  const offsets: number[] = [];
  for (const ref of renumbering.refs) {
    offsets.push(file.length);
    file.addText(headOf(renumbering.numberOf(ref) as PDFRef));
    addObject(file, context.lookup(ref) as PDFObject, renumbering);
    file.addText(END);
  }
  return offsets;
}

function addObject(file: FileBytes, object: PDFObject, renumbering: Renumbering): void {
  if (object instanceof PDFStream) addStream(file, object, renumbering);
  else file.addText(serializeObject(object, renumbering));
}

const headOf = ({ objectNumber, generationNumber }: PDFRef): string =>
  `${objectNumber} ${generationNumber} obj\n`;

/** The object's syntax, cut from the written file. */
export const writtenObject = (file: Buffer, ref: PDFRef, offset: number, next: number): string =>
  file.toString('latin1', offset + headOf(ref).length, next - END.length);

function addStream(file: FileBytes, stream: PDFStream, renumbering: Renumbering): void {
  stream.updateDict();
  file.addText(`${serializeObject(stream.dict, renumbering)}\nstream\n`);
  file.addBytes(stream.getContents());
  file.addText('\nendstream');
}
