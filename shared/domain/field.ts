import { dateRangeOf, isCalendarDate, isWithin } from './date-value.ts';
import { Refusal } from './errors.ts';
import { isWrittenNumber, printedNumber } from './number-value.ts';
import type { Party, PartyId } from './party.ts';
import { isBlank, isReadable, unwrapped } from './text.ts';

export const FIELD_KINDS = [
  'signature',
  'initials',
  'stamp',
  'text',
  'number',
  'date',
  'checkbox',
  'choice',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/**
 * A place on a page. `party` is null for the company's own values, which the sender fills. `x`, `y`,
 * `width` and `height` are points of the page as displayed (cropped, rotated), from its top left.
 */
export interface Field {
  readonly id: string;
  readonly party: PartyId | null;
  readonly kind: FieldKind;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly required: boolean;
  readonly options?: readonly string[];
  readonly multiline?: boolean;
  /** Of a date, ISO 8601, where the usual range (see `dateRangeOf`) is not the right one. */
  readonly earliest?: string;
  readonly latest?: string;
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export type Value = string | boolean;
export type Values = Readonly<Record<string, Value>>;

/** Drawn with the signature itself, not filled with a value. */
export const MARKS: readonly FieldKind[] = ['signature', 'initials', 'stamp'];
export const isMark = (field: Field): boolean => MARKS.includes(field.kind);

/** Long enough for an address or a clause, short enough to be drawn in a box. */
const MAX_TEXT = 2_000;
/** Refuses a layout that cannot be drawn: outside its page, doubled ids, unknown parties or empty choices. */
export function assertLayout(
  fields: readonly Field[],
  pages: readonly PageSize[],
  parties: readonly Party[],
): void {
  const known = new Set(parties.map((party) => party.id));
  const seen = new Set<string>();
  for (const field of fields) {
    const problem = layoutProblem(field, pages, known, seen);
    if (problem) throw new Refusal('fields_invalid', { ...namesOf(field), problem });
    seen.add(field.id);
  }
}

/** How a refusal names a field: for programs, and for people, who count pages from 1. */
export const namesOf = ({ id, label, page }: Field) => ({ field: id, label, page: page + 1 });

function layoutProblem(
  field: Field,
  pages: readonly PageSize[],
  parties: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): string | undefined {
  const page = pages[field.page];
  if (!page) return 'page';
  if (seen.has(field.id)) return 'id';
  if (field.party !== null && !parties.has(field.party)) return 'party';
  if (field.party === null && isMark(field)) return 'kind';
  if (field.kind === 'choice' && !field.options?.length) return 'options';
  if (hasNoDay(field)) return 'dates';
  return isInside(field, page) ? undefined : 'outside_page';
}

type Box = Pick<Field, 'page' | 'x' | 'y' | 'width' | 'height'>;

const isInside = ({ x, y, width, height }: Box, page: PageSize): boolean =>
  x >= 0 && y >= 0 && x + width <= page.width + 0.5 && y + height <= page.height + 0.5;

/** Whether a field lies on one of these pages with all of it. */
export function isOnPage(field: Box, pages: readonly PageSize[]): boolean {
  const page = pages[field.page];
  return page !== undefined && isInside(field, page);
}

const hasNoDay = (field: Field): boolean => {
  const { earliest, latest } = dateRangeOf(field);
  return field.kind === 'date' && earliest > latest;
};

/** Every party must have somewhere to sign, and to stamp if it must stamp. */
export function assertMarkFields(fields: readonly Field[], parties: readonly Party[]): void {
  for (const { id, name, stamps } of parties) {
    const has = (kind: FieldKind) =>
      fields.some((field) => field.party === id && field.kind === kind);
    if (!has('signature')) throw new Refusal('signature_field_missing', { party: id, name });
    if (stamps && !has('stamp')) throw new Refusal('stamp_field_missing', { party: id, name });
  }
}

/**
 * The values that `owner` (a party, or null for the company) gives, checked against its fields. A
 * required field left empty is refused; a required checkbox must be ticked.
 */
export function checkedValues(
  fields: readonly Field[],
  owner: PartyId | null,
  values: Values,
  options: { complete: boolean },
): Values {
  const mine = fields.filter((field) => field.party === owner && !isMark(field));
  assertOwned(fields, owner, values);
  if (options.complete) assertComplete(mine, values);
  const given = mine.filter((field) => !isEmpty(values[field.id]));
  return Object.fromEntries(
    given.map((field) => [field.id, checkedValue(field, values[field.id]!)]),
  );
}

function assertOwned(fields: readonly Field[], owner: PartyId | null, values: Values): void {
  for (const id of Object.keys(values)) {
    const field = fields.find((candidate) => candidate.id === id);
    if (!field || isMark(field)) throw new Refusal('field_unknown', { field: id });
    if (field.party !== owner) throw new Refusal('field_not_yours', { field: id });
  }
}

function assertComplete(fields: readonly Field[], values: Values): void {
  for (const field of fields) {
    if (field.required && isEmpty(values[field.id])) {
      throw new Refusal('field_missing', { field: field.id, label: field.label });
    }
  }
}

const isEmpty = (value: Value | undefined): boolean =>
  value === undefined || value === false || (typeof value === 'string' && isBlank(value));

function checkedValue(field: Field, value: Value): Value {
  const text = typeof value === 'string' ? readableText(field, value) : value;
  if (typeof text === 'string' && text.length > MAX_TEXT) {
    throw new Refusal('field_too_long', { field: field.id, label: field.label, most: MAX_TEXT });
  }
  if (!fits(field, text))
    throw new Refusal('field_kind', { field: field.id, label: field.label, kind: field.kind });
  return field.kind === 'number' ? printedNumber(String(text)) : inRange(field, text);
}

function inRange(field: Field, value: Value): Value {
  const range = dateRangeOf(field);
  if (field.kind === 'date' && !isWithin(String(value), range)) {
    const { id, label } = field;
    throw new Refusal('date_out_of_range', { field: id, label, date: String(value), ...range });
  }
  return value;
}

/** What is pasted from a table or another program brings its tabs, line ends and marks along. */
function readableText({ id, label }: Field, pasted: string): string {
  const text = unwrapped(pasted);
  if (!isReadable(text)) throw new Refusal('text_unreadable', { field: id, label });
  return text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim();
}

function fits(field: Field, value: Value): boolean {
  if (field.kind === 'checkbox') return typeof value === 'boolean';
  if (typeof value !== 'string') return false;
  if (field.kind === 'number') return isWrittenNumber(value);
  if (field.kind === 'date') return isCalendarDate(value);
  if (field.kind === 'choice') return field.options?.includes(value) ?? false;
  return field.multiline === true || !value.includes('\n');
}
