import { PDFName } from 'pdf-lib';

const known = new Map<string, PDFName>();

/**
 * A name that this code itself knows, never one that a document brings: these few are asked for at
 * every object of a document, and pdf-lib decodes them each time.
 */
export function name(key: string): PDFName {
  const found = known.get(key);
  if (found) return found;
  const made = PDFName.of(key);
  known.set(key, made);
  return made;
}
