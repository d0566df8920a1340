import { Refusal } from '../domain/errors.ts';
import { decodeCsv } from './decode-csv.ts';
import { CSV_LIMITS, type CsvLimits } from './limits.ts';
import { records } from './records.ts';

export interface CsvRow {
  /** As a spreadsheet counts: the header is row 1, empty rows count. */
  readonly number: number;
  /** One for each column of the header. */
  readonly cells: readonly string[];
}

export interface Csv {
  readonly header: readonly string[];
  /** Those with something in them. */
  readonly rows: readonly CsvRow[];
}

/**
 * A CSV file with a header, in whichever encoding and with whichever separator (comma, semicolon, tab) an
 * office program wrote it. Columns after the last named one are left out if they are empty. Throws
 * `csv_unreadable` with row and column.
 */
export function readCsv(bytes: Uint8Array, limits: CsvLimits = CSV_LIMITS): Csv {
  if (bytes.length > limits.bytes) throw new Refusal('csv_too_large', { most: limits.bytes });
  const [head, ...rest] = numbered(decodeCsv(bytes), limits);
  if (!head || rest.length === 0) throw unreadable('no_rows');
  const header = head.cells.slice(0, head.cells.findLastIndex(isFilled) + 1);
  if (header.length > limits.columns) throw unreadable('too_many_columns');
  const rows = rest.map(({ number, cells }) => ({ number, cells: fitted(cells, header, number) }));
  return { header, rows };
}

const isFilled = (cell: string): boolean => cell !== '';

function numbered(text: string, limits: CsvLimits): CsvRow[] {
  const found: CsvRow[] = [];
  let number = 0;
  for (const record of records(text)) {
    number++;
    const cells = record.map((cell, at) => shortened(cell, limits.cell, { number, at }));
    if (cells.some(isFilled)) found.push({ number, cells });
    if (found.length > limits.rows + 1)
      throw new Refusal('csv_unreadable', { problem: 'too_many_rows', most: limits.rows });
  }
  return found;
}

/** An apostrophe before what a spreadsheet would calculate is ours (`writeCsv`), or was typed for the same reason. */
function shortened(cell: string, most: number, { number, at }: { number: number; at: number }) {
  if (cell.length > most)
    throw unreadable('cell_too_long', { row: number, column: columnLetters(at) });
  return cell.trim().replace(/^'(?=[=+\-@])/, '');
}

function fitted(cells: readonly string[], header: readonly string[], row: number): string[] {
  const beyond = cells.findIndex((cell, at) => at >= header.length && isFilled(cell));
  if (beyond >= 0) throw unreadable('no_header', { row, column: columnLetters(beyond) });
  return header.map((_, at) => cells[at] ?? '');
}

const unreadable = (problem: string, where: { row?: number; column?: string } = {}): Refusal =>
  new Refusal('csv_unreadable', { problem, ...where });

const LETTERS = 26;

/** A column's name in a spreadsheet: A, B, … Z, AA. */
export function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % LETTERS));
  return at < LETTERS ? letter : columnLetters(Math.floor(at / LETTERS) - 1) + letter;
}
