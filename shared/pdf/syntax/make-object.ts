import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFObject,
} from 'pdf-lib';

/**
 * Cached PDF objects. pdf-lib decodes and validates each anew, and our own objects consist mostly of the same
 * names and small numbers.
 */

const names = new Map<string, PDFName>();

/** Cached for ever, so only for constant names, never for names from a document. */
export function name(key: string): PDFName {
  const known = names.get(key);
  if (known) return known;
  const made = PDFName.of(key);
  names.set(key, made);
  return made;
}

const SMALL = 1_000;
const numbers = new Map<number, PDFNumber>();

function number(value: number): PDFNumber {
  const known = numbers.get(value);
  if (known) return known;
  const made = PDFNumber.of(value);
  if (Number.isInteger(value) && Math.abs(value) <= SMALL) numbers.set(value, made);
  return made;
}

/** A text string in UTF-16BE (ISO 32000-1, 7.9.2.2). */
export const textString = (text: string): PDFHexString =>
  PDFHexString.of(`FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}`);

type Literal = PDFObject | string | number | boolean | readonly Literal[] | Entries;
/** Undefined entries are omitted. */
export interface Entries {
  readonly [key: string]: Literal | undefined;
}

export function dictionary(context: PDFContext, entries: Entries): PDFDict {
  const dict = PDFDict.withContext(context);
  for (const key of Object.keys(entries)) {
    const value = entries[key];
    if (value !== undefined) dict.set(name(key), object(context, value));
  }
  return dict;
}

export function array(context: PDFContext, items: readonly Literal[]): PDFArray {
  const made = PDFArray.withContext(context);
  for (const item of items) made.push(object(context, item));
  return made;
}

function object(context: PDFContext, literal: Literal): PDFObject {
  if (literal instanceof PDFObject) return literal;
  if (typeof literal === 'string') return name(literal);
  if (typeof literal === 'number') return number(literal);
  if (typeof literal === 'boolean') return literal ? PDFBool.True : PDFBool.False;
  return isList(literal) ? array(context, literal) : dictionary(context, literal);
}

const isList = (literal: readonly Literal[] | Entries): literal is readonly Literal[] =>
  Array.isArray(literal);
