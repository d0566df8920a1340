import { VerifyError } from './report.ts';

export interface XrefTable {
  /** Objects in use, by number. */
  readonly entries: Map<number, { readonly offset: number; readonly generation: number }>;
  /** PDF syntax of the trailer dictionary. */
  readonly trailer: string;
}

const ENTRY_LENGTH = 20;
/** Bytes of `1 0 obj`, `0` and `endobj` with line ends. */
const SMALLEST_OBJECT = 17;
/** Bytes; ours have five entries. */
const LARGEST_TRAILER = 1 << 16;
const ENTRY = /^(\d{10}) (\d{5}) ([nf])[ \r][\r\n]$/;
const SUBSECTION = /(\d+) (\d+) ?\r?\n/y;
const TRAILER = /\s*trailer\s*(<<[\s\S]*>>)\s*startxref\s+\d+\s+%%EOF\n?$/y;

/**
 * Reads a classic cross-reference table with trailer (ISO 32000-1 § 7.5.4) that spans all of `text`, at
 * `offset` in the file, after the objects that it lists. Throws `VerifyError`.
 */
export function readXrefTable(text: string, offset: number): XrefTable {
  const room = 1 + offset / SMALLEST_OBJECT;
  const table = { entries: new Map() } satisfies Omit<XrefTable, 'trailer'>;
  let at = afterKeyword(text);
  for (let header = match(SUBSECTION, text, at); header; header = match(SUBSECTION, text, at)) {
    const [first, count] = [Number(header[1]), Number(header[2])];
    at += header[0].length;
    if (table.entries.size + count > room)
      throw new VerifyError('structure', 'a table lists more objects than fit before it');
    for (let index = 0; index < count; index++, at += ENTRY_LENGTH)
      addEntry(table, first + index, text.slice(at, at + ENTRY_LENGTH));
  }
  if (text.length - at > LARGEST_TRAILER)
    throw new VerifyError('structure', 'a trailer is too large');
  const trailer = match(TRAILER, text, at)?.[1];
  if (trailer === undefined)
    throw new VerifyError('structure', 'a cross-reference table is damaged');
  return { ...table, trailer };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function afterKeyword(text: string): number {
  const found = /^xref\s*\n/.exec(text);
  if (!found) throw new VerifyError('structure', 'no classic cross-reference table');
  return found[0].length;
}

function addEntry(table: Omit<XrefTable, 'trailer'>, number: number, line: string): void {
  const [, offset, generation, kind] = ENTRY.exec(line) ?? [];
  if (kind === undefined) throw new VerifyError('structure', `entry ${number} is damaged`);
  if (table.entries.has(number))
    throw new VerifyError('structure', `object ${number} is listed twice`);
  if (kind === 'n')
    table.entries.set(number, { offset: Number(offset), generation: Number(generation) });
}
