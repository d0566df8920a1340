import { parsed } from '../../../shared/contract/parsed.ts';
import { ChannelInput } from '../../../shared/contract/sender/sender-inputs.ts';
import { line } from '../../../shared/contract/text.ts';
import { cellValue, languageIn, writtenNumber } from '../../../shared/domain/batch/cell-value.ts';
import type { Column } from '../../../shared/domain/batch/columns.ts';
import type { Channel, Language } from '../../../shared/domain/envelope/party.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Field, Value } from '../../../shared/domain/fields/field.ts';
import { checkedValues } from '../../../shared/domain/fields/field-values.ts';
import type { PdfCore } from '../ports.ts';
import { textMessagesTo } from '../texts/text-messages.ts';

/** What a sample has in its place: nobody's. */
export const SAMPLE_ADDRESS = 'name@example.com';

const MAX_NAME = 120;
const MAX_TITLE = 200;

export interface PersonCells {
  name?: string;
  address?: Channel;
  number?: Channel;
  language?: Language;
}

/** A row as far as its cells were right. */
export interface RowCells {
  title?: string;
  readonly people: Map<string, PersonCells>;
  readonly values: Record<string, Value>;
}

export interface Reading {
  readonly pdf: PdfCore;
  /** Of the document, in which values are printed. */
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly smsCountries: readonly string[];
}

type Read = (reading: Reading, row: RowCells, cell: string, column: Column) => Promise<void> | void;

/** Reads one cell that is not empty into its row. Throws a refusal, or Malformed for a contact. */
export const readCell: Read = (reading, row, cell, column) =>
  READ[column.part](reading, row, cell, column);

const READ: Readonly<Record<Column['part'], Read>> = {
  title: ({ pdf }, row, cell) => {
    row.title = printable(pdf, cell, MAX_TITLE);
  },
  name: ({ pdf }, row, cell, column) => {
    personOf(row, column).name = printable(pdf, cell, MAX_NAME);
  },
  address: (_, row, cell, column) => {
    if (cell.toLowerCase() === SAMPLE_ADDRESS) throw new Refusal('contact_invalid');
    personOf(row, column).address = parsed(ChannelInput, { kind: 'email', address: cell });
  },
  number: readNumber,
  language: ({ languages }, row, cell, column) => {
    const language = languageIn(cell, languages);
    if (!language) throw new Refusal('language_not_offered');
    personOf(row, column).language = language;
  },
  value: readValue,
  result: () => {},
};

function printable(pdf: PdfCore, cell: string, most: number): string {
  if (cell.length > most) throw new Refusal('field_too_long', { most });
  const text = parsed(line(most), cell);
  pdf.assertCovered(text);
  return text;
}

async function readNumber(
  { smsCountries }: Reading,
  row: RowCells,
  cell: string,
  column: Column,
): Promise<void> {
  const channel = parsed(ChannelInput, { kind: 'sms', number: writtenNumber(cell) });
  (await textMessagesTo(smsCountries))([{ name: cell, channel }]);
  personOf(row, column).number = channel;
}

function readValue({ pdf, language }: Reading, row: RowCells, cell: string, column: Column): void {
  const field = fieldIn(column);
  const given = { [field.id]: cellValue(field, cell, language) };
  const values = checkedValues([field], null, given, { complete: false });
  pdf.assertPrintable([field], values, language);
  row.values[field.id] = given[field.id]!;
}

function personOf(row: RowCells, column: Column): PersonCells {
  if (!('place' in column)) throw new Error(`${column.part} is of nobody`);
  const person = row.people.get(column.place.id) ?? {};
  row.people.set(column.place.id, person);
  return person;
}

function fieldIn(column: Column): Field {
  if (!('field' in column)) throw new Error(`${column.part} is no field's`);
  return column.field;
}
