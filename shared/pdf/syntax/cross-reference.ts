import type { PDFDict, PDFRawStream } from 'pdf-lib';
import {
  type Entry,
  FREE,
  numberIn,
  type Section,
  streamSection,
} from './cross-reference-stream.ts';

/** What was found while parsing the file sequentially, by offset. */
export interface Sections {
  readonly file: Buffer;
  readonly trailers: ReadonlyMap<number, PDFDict>;
  readonly tables: ReadonlyMap<number, PDFRawStream>;
}

export interface CrossReference {
  readonly entries: ReadonlyMap<number, Entry>;
  readonly trailer: PDFDict;
}

const MAX_SECTIONS = 10_000;
const WHITE = /[\0\t\n\f\r ]*/y;
const KEYWORD = /xref\b/y;
const STREAM_HEAD = /\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj[\0\t\n\f\r ]*/y;
const ROW = /(\d{1,12})\s+(\d{1,10})(?:\s+([nf])\b)?/g;

/**
 * The cross-reference as viewers follow it from the end of the file; undefined if it is broken, in which case
 * viewers scan for objects.
 */
export function readCrossReference(found: Sections): CrossReference | undefined {
  const entries = new Map<number, Entry>();
  const seen = new Set<number>();
  let newest: PDFDict | undefined;
  let offset = startOf(found.file);
  while (offset !== undefined) {
    if (seen.has(offset) || seen.size > MAX_SECTIONS) break;
    seen.add(offset);
    const section = sectionAt(found, offset);
    if (!section) return undefined;
    newest ??= section.trailer;
    for (const [number, entry] of section.entries) {
      if (!entries.has(number)) entries.set(number, entry);
    }
    offset = numberIn(section.trailer, 'Prev');
  }
  return newest && { entries, trailer: newest };
}

function startOf(file: Buffer): number | undefined {
  const at = file.lastIndexOf('startxref');
  const [, digits] = /^startxref\s+(\d+)/.exec(file.toString('latin1', at, at + 40)) ?? [];
  return at < 0 || digits === undefined ? undefined : Number(digits);
}

function sectionAt(found: Sections, offset: number): Section | undefined {
  const head = textAt(found.file, offset);
  const keyword = endOf(KEYWORD, head, endOf(WHITE, head, 0) ?? 0);
  return keyword === undefined ? streamAt(found, offset) : classicSection(found, offset + keyword);
}

function streamAt({ file, tables }: Sections, offset: number): Section | undefined {
  const head = textAt(file, offset);
  const start = endOf(STREAM_HEAD, head, endOf(WHITE, head, 0) ?? 0);
  const table = start === undefined ? undefined : tables.get(offset + start);
  return table && streamSection(table);
}

/** Enough of the file to recognise the start of a section. */
const textAt = (file: Buffer, offset: number): string =>
  offset < file.length ? file.toString('latin1', offset, offset + 100) : '';

function endOf(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function classicSection(found: Sections, start: number): Section | undefined {
  const keyword = found.file.indexOf('trailer', start, 'latin1');
  const trailer = keyword < 0 ? undefined : trailerAt(found, keyword + 'trailer'.length);
  if (!trailer) return undefined;
  const entries = rowsOf(found.file.toString('latin1', start, keyword));
  const hidden = numberIn(trailer, 'XRefStm');
  if (hidden !== undefined) addHidden(entries, streamAt(found, hidden));
  return { entries, trailer };
}

const trailerAt = ({ file, trailers }: Sections, offset: number): PDFDict | undefined =>
  trailers.get(offset + (endOf(WHITE, textAt(file, offset), 0) ?? 0));

/** In a hybrid-reference file, objects marked free may be in the /XRefStm stream (7.5.8.4). */
function addHidden(entries: Map<number, Entry>, hidden: Section | undefined): void {
  for (const [number, entry] of hidden?.entries ?? []) {
    if ((entries.get(number) ?? FREE) === FREE) entries.set(number, entry);
  }
}

function rowsOf(text: string): Map<number, Entry> {
  const entries = new Map<number, Entry>();
  let next = 0;
  let isFirst = true;
  for (const [, a, b, kind] of text.matchAll(ROW)) {
    if (kind === undefined) {
      next = Number(a);
      isFirst = true;
      continue;
    }
    // Some writers start the first subsection at 1 although its first entry is object 0.
    if (isFirst && next === 1 && kind === 'f') next = 0;
    isFirst = false;
    const [offset, generation] = [Number(a), Number(b)];
    const used = kind === 'n' && offset > 0;
    entries.set(next++, used ? { kind: 'at', offset, generation } : FREE);
  }
  return entries;
}
