import { type PDFContext, PDFDict, PDFHexString, PDFString } from 'pdf-lib';
import { name, textString } from '../syntax/make-object.ts';

/**
 * Keys under which a document repeats its text for outlines and screen readers (ISO 32000-1, 12.3.3 and 14.9).
 */
const TEXTS = ['Title', 'ActualText', 'Alt', 'E'];

/** Removes tags from outlines and accessibility texts. */
export function removeHiddenTags(context: PDFContext, tags: readonly string[]): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict) for (const key of TEXTS) clean(object, key, tags);
  }
}

function clean(dict: PDFDict, key: string, tags: readonly string[]): void {
  const value = dict.lookup(name(key));
  if (!(value instanceof PDFString || value instanceof PDFHexString)) return;
  const text = value.decodeText();
  if (!text.includes('{{')) return;
  const clean = tags.reduce((rest, tag) => rest.replaceAll(tag, ''), text);
  dict.set(name(key), textString(clean.trim()));
}
