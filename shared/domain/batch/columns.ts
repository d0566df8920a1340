import { LANGUAGES, type Language } from '../envelope/party.ts';
import { Refusal } from '../errors.ts';
import type { Field } from '../fields/field.ts';
import { isMark } from '../fields/field-kinds.ts';
import type { Place, TemplateContent } from '../template/template.ts';
import { foldedText } from '../text/words.ts';
import { COLUMN_WORDS, type ColumnPart } from './column-words.ts';
import { resultNames } from './result-words.ts';

/** What the cells of a column are. */
export type Column =
  | { readonly part: 'title' }
  | { readonly part: Exclude<ColumnPart, 'title'>; readonly place: Place }
  | { readonly part: 'value'; readonly field: Field }
  | { readonly part: 'result' };

const IGNORED: Column = { part: 'result' };

export interface NamedColumn {
  /** In the first row: as it is written in the file, or is to be written. */
  readonly name: string;
  readonly column: Column;
}

const PERSON_PARTS = ['name', 'address', 'number', 'language'] as const;

type Content = Pick<TemplateContent, 'places' | 'fields'>;

/** Every column that a file for the template may have. */
export const columnsOf = ({ places, fields }: Content): Column[] => [
  ...places.flatMap((place) => PERSON_PARTS.map((part) => ({ part, place }))),
  ...fields
    .filter((field) => field.party === null && !isMark(field))
    .map((field) => ({ part: 'value' as const, field })),
  { part: 'title' },
];

/** Named in a language. Fields of one label are told apart by a number, in their order. */
export function namedColumns(content: Content, language: Language): NamedColumn[] {
  const taken = new Map<string, number>();
  return columnsOf(content).map((column) => {
    const name = nameOf(column, language);
    const times = (taken.get(keyOf(name)) ?? 0) + 1;
    taken.set(keyOf(name), times);
    return { name: times > 1 ? `${name} (${times})` : name, column };
  });
}

function nameOf(column: Column, language: Language): string {
  const words = COLUMN_WORDS[language];
  if (column.part === 'value') return column.field.label;
  if (column.part === 'title') return words.title;
  if (column.part === 'result') return '';
  return `${column.place.name}: ${words[column.part]}`;
}

/** Without what people change when they type a name: case, accents, spaces and marks. */
const keyOf = (name: string): string =>
  foldedText(name).replace(/[^\p{L}\p{N}]/gu, '') || foldedText(name).trim();

/** Those that a file of results has beside them. */
const RESULT_NAMES = new Set(LANGUAGES.flatMap((language) => resultNames(language)).map(keyOf));

/** A column of a file of results, which is sent again once its rows are mended. */
export const isResult = (name: string): boolean => RESULT_NAMES.has(keyOf(name));

/**
 * The columns of a file by the names of its first row, which may be in any language. Throws
 * `column_unknown` or `column_repeated` with the name.
 */
export function columnsIn(content: Content, header: readonly string[]): NamedColumn[] {
  const known = new Map<string, { of: number; column: Column }>();
  for (const language of [...LANGUAGES].reverse())
    for (const [of, { name, column }] of namedColumns(content, language).entries())
      known.set(keyOf(name), { of, column });
  const seen = new Set<number>();
  return header.map((name) => {
    if (isResult(name) && !known.has(keyOf(name))) return { name, column: IGNORED };
    const found = known.get(keyOf(name));
    if (!found) throw new Refusal('column_unknown', { column: name });
    if (seen.has(found.of)) throw new Refusal('column_repeated', { column: name });
    seen.add(found.of);
    return { name, column: found.column };
  });
}

/** Those that a sample has: the name of each, the usual way to reach them, and the company's own fields. */
export const sampleColumns = (content: Content, language: Language): NamedColumn[] =>
  namedColumns(content, language).filter(({ column }) => isUsual(column));

function isUsual(column: Column): boolean {
  if (column.part === 'result' || column.part === 'title' || column.part === 'language')
    return false;
  if (column.part === 'value' || column.part === 'name') return true;
  return column.part === (column.place.channel === 'email' ? 'address' : 'number');
}
