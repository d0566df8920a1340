import { PDFArray, type PDFDict, PDFName, PDFNumber } from 'pdf-lib';
import { name } from './make-object.ts';

/**
 * Glyph names by code in an encoding's /Differences: a number sets the code of the name that follows, further
 * names have the next codes (ISO 32000-1, 9.6.6.1).
 */
export function differencesOf(encoding: PDFDict): Map<number, string> {
  const differences = new Map<number, string>();
  const listed = encoding.lookup(name('Differences'));
  let code = 0;
  for (const item of listed instanceof PDFArray ? listed.asArray() : []) {
    if (item instanceof PDFNumber) code = item.asNumber();
    else if (item instanceof PDFName) differences.set(code++, item.decodeText());
  }
  return differences;
}
