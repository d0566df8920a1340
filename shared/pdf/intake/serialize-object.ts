import { PDFArray, PDFDict, PDFNull, type PDFObject, PDFRef } from 'pdf-lib';

/** Where each object that is written will stand. */
export type Renumbering = ReadonlyMap<PDFRef, PDFRef>;

/** PDF syntax, a byte a character; a reference to what is not written becomes null, as it reads. */
export function serializeObject(object: PDFObject, renumbered: Renumbering): string {
  if (object instanceof PDFRef) return (renumbered.get(object) ?? PDFNull).toString();
  if (object instanceof PDFDict) return serializeDict(object, renumbered);
  if (!(object instanceof PDFArray)) return object.toString();
  let text = '[';
  for (const item of object.asArray()) text += ` ${serializeObject(item, renumbered)}`;
  return `${text} ]`;
}

/** By its keys: pdf-lib makes a pair of each entry, which takes several times as long. */
function serializeDict(dict: PDFDict, renumbered: Renumbering): string {
  let text = '<<';
  for (const key of dict.keys()) {
    const value = dict.get(key, true) as PDFObject;
    text += ` ${key.toString()} ${serializeObject(value, renumbered)}`;
  }
  return `${text} >>`;
}
