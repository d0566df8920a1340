import type { Language } from '../envelope/party.ts';
import type { Field, Value, ValueKind } from '../fields/field.ts';
import { foldedText } from '../text/words.ts';

/** As spreadsheets and people write it in five languages; TRUE comes from Excel. */
const YES = ['x', '1', 'si', 'yes', 'ja', 'oui', 'vero', 'true', 'wahr', 'vrai', 'verdadero', 'ok'];
const NO = ['', '0', '-', 'no', 'nein', 'non', 'falso', 'false', 'falsch', 'faux'];

/** The value that a cell means; a text that means none is left to the rules of the field. */
export const cellValue = (field: Field, cell: string, language: Language): Value =>
  READ[field.kind as ValueKind](cell, field, language);

type Read = (cell: string, field: Field, language: Language) => Value;

const READ: Readonly<Record<ValueKind, Read>> = {
  text: (cell) => cell,
  number: (cell) => cell,
  date: (cell, _, language) => isoDate(cell, language),
  checkbox: ticked,
  choice: optionOf,
};

function ticked(cell: string): Value {
  const word = foldedText(cell).trim();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : cell;
}

function optionOf(cell: string, { options = [] }: Field): string {
  const meant = (text: string) => foldedText(text).trim();
  return options.find((option) => meant(option) === meant(cell)) ?? cell;
}

const DAY_FIRST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;

/** 24.11.2026 and 24/11/2026 begin with the day; in English slashes may not, and are not guessed. */
function isoDate(cell: string, language: Language): string {
  const [, day, mark, month, year] = DAY_FIRST.exec(cell) ?? [];
  if (!day || !month || !year || (language === 'en' && mark !== '.')) return cell;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A language by its code or its name in any of the languages; undefined if it is none of them. */
export function languageIn(cell: string, known: readonly Language[]): Language | undefined {
  const meant = foldedText(cell).trim();
  return known.find(
    (language) => meant === language || known.some((of) => nameIn(of, language) === meant),
  );
}

const nameIn = (of: Language, language: Language): string =>
  foldedText(new Intl.DisplayNames(of, { type: 'language' }).of(language) ?? '');

/**
 * A number as people and spreadsheets write it, in E.164: spaces and marks dropped, 00 read as +. Excel
 * drops a plus and takes the rest for a number: digits alone are read as if it stood there.
 */
export function writtenNumber(cell: string): string {
  const plain = cell
    .replace(/^\+?\(?\+?/, (mark) => (mark.includes('+') ? '+' : ''))
    .replace(/[\s().\-/]/g, '');
  const national = plain.replace(/^00/, '+');
  return /^[1-9]\d{9,14}$/.test(national) ? `+${national}` : national;
}
