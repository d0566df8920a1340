import { Refusal } from '../domain/errors.ts';

const SEPARATORS = [';', ',', '\t'] as const;
type Separator = (typeof SEPARATORS)[number];

/** Excel takes the separator from a first line like this, and does not show it. */
const DECLARED = /^sep=([,;\t])(?:\r\n|\r|\n)/i;

/**
 * The records of a CSV text (RFC 4180, and what office programs make of it: any line end, line ends in quoted
 * cells, letters after a closing quote). Throws `csv_unreadable` for a quote that is never closed.
 */
export function* records(text: string): Generator<string[]> {
  const declared = DECLARED.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const separator = (declared?.[1] as Separator | undefined) ?? separatorOf(body);
  let record: string[] = [];
  let number = 1;
  for (const { cell, ends } of cells(body, separator, () => number)) {
    record.push(cell);
    if (ends === 'cell') continue;
    yield record;
    record = [];
    number++;
  }
}

/** The one that stands most often in the header, outside quotes. */
export function separatorOf(text: string): Separator {
  const header = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '');
  const count = (separator: Separator) => (header ?? '').split(separator).length;
  return SEPARATORS.reduce((one, other) => (count(other) > count(one) ? other : one));
}

interface Cell {
  readonly cell: string;
  readonly ends: 'cell' | 'record';
}

function* cells(text: string, separator: Separator, row: () => number): Generator<Cell> {
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedFrom(text, at, row()) : { cell: '', after: at };
    const end = plainEnd(text, quoted.after, separator);
    const cell = quoted.cell + text.slice(quoted.after, end);
    const isLast = text[end] !== separator;
    yield { cell, ends: isLast ? 'record' : 'cell' };
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (!isLast && at >= text.length) yield { cell: '', ends: 'record' };
  }
}

function quotedFrom(text: string, from: number, row: number) {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new Refusal('csv_unreadable', { problem: 'quote_open', row });
    if (text[quote + 1] !== '"')
      return { cell: text.slice(from + 1, quote).replaceAll('""', '"'), after: quote + 1 };
    at = quote + 2;
  }
}

function plainEnd(text: string, from: number, separator: Separator): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
