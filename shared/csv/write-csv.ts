import type { Language } from '../domain/envelope/party.ts';

/** What a spreadsheet takes for a formula, if a cell begins with it (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** Excel splits at the list separator of its country: a comma where the decimal point is one. */
const SEPARATORS: Readonly<Record<Language, ',' | ';'>> = {
  it: ';',
  en: ',',
  de: ';',
  fr: ';',
  es: ';',
};

/**
 * A CSV file that spreadsheets of the language open as a table: UTF-8 with a mark, CRLF. A cell that would be
 * calculated is preceded by an apostrophe.
 */
export function writeCsv(
  rows: readonly (readonly (string | number)[])[],
  language: Language,
): Uint8Array {
  const lines = rows.map((row) => row.map(written).join(SEPARATORS[language]));
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`);
}

function written(cell: string | number): string {
  const text = String(cell);
  const safe = typeof cell === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
