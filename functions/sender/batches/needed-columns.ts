import {
  type Column,
  type NamedColumn,
  namedColumns,
} from '../../../shared/domain/batch/columns.ts';
import type { Language } from '../../../shared/domain/envelope/party.ts';
import type { Field } from '../../../shared/domain/fields/field.ts';
import type { Place, TemplateContent } from '../../../shared/domain/template/template.ts';
import type { CellProblem } from './attempted.ts';

/** The columns of a file for a template. */
export interface FileColumns {
  readonly content: TemplateContent;
  readonly columns: readonly NamedColumn[];
  /** In whose language a column that the file lacks is named. */
  readonly language: Language;
}

/** The row with the names. */
export const HEADER = { row: 1 };

/** Those without which no row could be sent. */
export const missingColumns = (checking: FileColumns): CellProblem[] =>
  neededColumns(checking)
    .filter((alternatives) => !alternatives.some((part) => hasColumn(checking, part)))
    .map(([usual]) => columnName(checking, usual!))
    .map((column) => ({ ...HEADER, column, code: 'column_missing', detail: { column } }));

export type IsColumn = (column: Column) => boolean;

export const ofPlace =
  (part: Column['part'], { id }: Place): IsColumn =>
  (column) =>
    column.part === part && 'place' in column && column.place.id === id;

export const ofField =
  ({ id }: Field): IsColumn =>
  (column) =>
    'field' in column && column.field.id === id;

/** Each with what may stand for it. */
function neededColumns({ content: { places, fields, values } }: FileColumns): IsColumn[][] {
  const people = places
    .filter(({ person }) => !person)
    .flatMap((place) => [[ofPlace('name', place)], contactColumns(place)]);
  const own = fields.filter(
    ({ party, required, id }) => party === null && required && values[id] === undefined,
  );
  return [...people, ...own.map((field) => [ofField(field)])];
}

export const contactColumns = (place: Place): IsColumn[] =>
  place.channel === 'email'
    ? [ofPlace('address', place), ofPlace('number', place)]
    : [ofPlace('number', place), ofPlace('address', place)];

export const hasColumn = ({ columns }: FileColumns, is: IsColumn): boolean =>
  columns.some(({ column }) => is(column));

/** As the file calls it, or as it should. */
export const columnName = ({ columns, content, language }: FileColumns, is: IsColumn): string =>
  (columns.find(({ column }) => is(column)) ??
    namedColumns(content, language).find(({ column }) => is(column)))!.name;
