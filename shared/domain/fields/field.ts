import type { PartyId } from '../envelope/party.ts';

/** Points (1/72 inch). */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Per-kind rules: `FIELD_RULES` in field-kinds.ts, and a record over `FieldKind` in each layer. */
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
 * A place on a page. `party` is null for the company's own values, filled by the sender. `x`, `y`, `width`
 * and `height` are in points of the page as displayed (cropped and rotated), origin top left.
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
  /** Range of a date field (ISO 8601); the default is `USUAL` in date-value.ts. */
  readonly earliest?: string;
  readonly latest?: string;
}

export type Value = string | boolean;
export type Values = Readonly<Record<string, Value>>;

/** How a refusal identifies a field: id for programs, label and page (from 1) for people. */
export const namesOf = ({ id, label, page }: Pick<Field, 'id' | 'label' | 'page'>) => ({
  field: id,
  label,
  page: page + 1,
});
