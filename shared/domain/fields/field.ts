import type { PartyId } from '../envelope/party.ts';

/** In points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is said of each: `FIELD_RULES` in field-kinds.ts, and a record over `FieldKind` in every layer. */
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
export type MarkKind = Extract<FieldKind, 'signature' | 'initials' | 'stamp'>;
export type ValueKind = Exclude<FieldKind, MarkKind>;

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

export type Value = string | boolean;
export type Values = Readonly<Record<string, Value>>;

/** How a refusal names a field: for programs, and for people, who count pages from 1. */
export const namesOf = ({ id, label, page }: Pick<Field, 'id' | 'label' | 'page'>) => ({
  field: id,
  label,
  page: page + 1,
});
