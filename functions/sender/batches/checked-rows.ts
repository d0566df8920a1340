import type { Csv, CsvRow } from '../../../shared/csv/read-csv.ts';
import { columnsIn } from '../../../shared/domain/batch/columns.ts';
import type { Language } from '../../../shared/domain/envelope/party.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Field } from '../../../shared/domain/fields/field.ts';
import { checkedValues } from '../../../shared/domain/fields/field-values.ts';
import type { NamedPerson } from '../../../shared/domain/template/filled-template.ts';
import type { Place, TemplateContent } from '../../../shared/domain/template/template.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { SenderChoices } from '../draft/envelope-facts.ts';
import type { WithPdf } from '../ports.ts';
import { filledOut, type Use } from '../templates/filled-out.ts';
import { attempted, type CellProblem } from './attempted.ts';
import {
  columnName,
  contactColumns,
  type FileColumns,
  HEADER,
  hasColumn,
  type IsColumn,
  missingColumns,
  ofField,
  ofPlace,
} from './needed-columns.ts';
import { type PersonCells, type Reading, type RowCells, readCell } from './read-cell.ts';

/** A row as a use of the template: what `useTemplate` is asked. */
export interface CheckedRow extends Pick<Use, 'people' | 'values'> {
  readonly row: number;
  readonly title?: string | undefined;
}

export interface CheckedFile {
  readonly rows: readonly CheckedRow[];
  readonly problems: readonly CellProblem[];
}

interface Checking extends FileColumns {
  readonly reading: Reading;
}

/** Reads each row of a file for a template; every bad cell is named, not the first one alone. */
export async function checkedRows(
  ports: Pick<Ports, 'clock'> & WithPdf,
  content: TemplateContent,
  { header, rows: given }: Csv,
  offered: SenderChoices,
  language: Language,
): Promise<CheckedFile> {
  const problems: CellProblem[] = [];
  const columns = await attempted(problems, HEADER, () => columnsIn(content, header));
  if (!columns) return { rows: [], problems };
  const { LANGUAGES: languages, SMS_COUNTRIES: smsCountries } = offered;
  const reading = { pdf: ports.pdf, language: content.language, languages, smsCountries };
  const checking = { reading, content, columns, language };
  problems.push(...missingColumns(checking));
  if (problems.length > 0) return { rows: [], problems };
  const rows: CheckedRow[] = [];
  for (const row of given) {
    const found: CellProblem[] = [];
    const checked = await checkedRow(checking, row, found);
    if (found.length === 0) await assertWhole(ports, checking, checked, offered, found);
    problems.push(...found);
    rows.push(checked);
  }
  return { rows, problems };
}

async function checkedRow(
  checking: Checking,
  { number: row, cells }: CsvRow,
  problems: CellProblem[],
): Promise<CheckedRow> {
  const read: RowCells = { people: new Map(), values: {} };
  for (const [at, { name, column }] of checking.columns.entries()) {
    const cell = cells[at] ?? '';
    if (cell === '') continue;
    await attempted(problems, { row, column: name }, () =>
      readCell(checking.reading, read, cell, column),
    );
  }
  const wrong = new Set(problems.map(({ column }) => column));
  for (const alternatives of missingCells(checking, read)) {
    if (alternatives.some((column) => wrong.has(column))) continue;
    const column = alternatives[0]!;
    problems.push({ row, column, code: 'cell_missing', detail: { row, column } });
  }
  const { title, values } = read;
  return { row, title, values, people: peopleIn(checking, read) };
}

/** The column of each, and those that may be filled instead. */
function missingCells(checking: Checking, { people, values }: RowCells): string[][] {
  const { places, fields, values: usual } = checking.content;
  const named = (...all: readonly IsColumn[]) =>
    all
      .toSorted(
        (one, other) => Number(hasColumn(checking, other)) - Number(hasColumn(checking, one)),
      )
      .map((is) => columnName(checking, is));
  const ofPeople = places.flatMap((place) => {
    const person = people.get(place.id);
    if (!person && place.person) return [];
    const isNamed = person?.name !== undefined || isUsualPerson(place, person);
    const isReached = person?.address ?? person?.number ?? place.person?.channel;
    return [
      ...(isNamed ? [] : [named(ofPlace('name', place))]),
      ...(isReached ? [] : [named(...contactColumns(place))]),
    ];
  });
  const own = fields.filter(
    (field) => field.party === null && isMissing(field, { ...usual, ...values }),
  );
  return [...ofPeople, ...own.map((field) => named(ofField(field)))];
}

/** The template's own person, of whom a row says another address or language at most. */
const isUsualPerson = ({ person }: Place, given: PersonCells | undefined): boolean =>
  person !== undefined && given?.name === undefined;

function isMissing(field: Field, values: TemplateContent['values']): boolean {
  const value = values[field.id];
  try {
    const mine = value === undefined ? {} : { [field.id]: value };
    checkedValues([field], null, mine, { complete: true });
    return false;
  } catch (error) {
    if (error instanceof Refusal) return error.code === 'field_missing';
    throw error;
  }
}

const peopleIn = ({ content: { places } }: Checking, { people }: RowCells): NamedPerson[] =>
  places.flatMap((place) => personIn(place, people.get(place.id)) ?? []);

function personIn(place: Place, given: PersonCells | undefined): NamedPerson | undefined {
  const name = given?.name ?? place.person?.name;
  const channel = given?.address ?? given?.number ?? place.person?.channel;
  if (!given || name === undefined || !channel) return undefined;
  const { language } = given;
  return { place: place.id, name, channel, ...(language && { language }) };
}

/** What no cell shows by itself, such as an order of signing that the company does not allow. */
async function assertWhole(
  ports: Pick<Ports, 'clock'> & WithPdf,
  { content, columns }: Checking,
  { row, ...checked }: CheckedRow,
  offered: SenderChoices,
  problems: CellProblem[],
): Promise<void> {
  const where = { row };
  await attempted(problems, where, () => filledOut(ports, content, useOf(checked), offered));
  const [problem] = problems;
  const field = problem?.detail.field;
  const column = columns.find((each) => 'field' in each.column && each.column.field.id === field);
  if (problem && column) problems.splice(0, 1, { ...problem, column: column.name });
}

/** What a row asks of the template. */
export const useOf = ({ title, people, values }: Omit<CheckedRow, 'row'>): Use => ({
  ...{ people: [...people], values, send: true },
  ...(title !== undefined && { title }),
});
