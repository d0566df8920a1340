import { isMark } from '../../../shared/domain/fields/field-kinds.ts';
import { isBlank } from '../../../shared/domain/text/text.ts';
import type { Ceremony, Field, Values } from '../ceremony-api.ts';

/** Sorted by page, then from the top. */
export const fieldsInOrder = (ceremony: Ceremony): Field[] =>
  [...ceremony.fields].sort((a, b) => a.page - b.page || a.y - b.y || a.x - b.x);

/** Value fields (not marks), in reading order. */
export const valueFields = (ceremony: Ceremony): Field[] =>
  fieldsInOrder(ceremony).filter((field) => !isMark(field));

export function isFilled(field: Field, values: Values): boolean {
  const value = values[field.id];
  return value === true || (typeof value === 'string' && !isBlank(value));
}

export const asksFor = (ceremony: Ceremony, kind: Field['kind']): boolean =>
  ceremony.fields.some((field) => field.kind === kind);

/** Whether at least one field of this kind is required. */
export const isRequired = (ceremony: Ceremony, kind: Field['kind']): boolean =>
  ceremony.fields.some((field) => field.kind === kind && field.required);

/** Numbers (from 1) of the pages with fields of a kind. */
export const pagesOf = (ceremony: Ceremony, kind: Field['kind']): number[] => [
  ...new Set(ceremony.fields.filter((field) => field.kind === kind).map(({ page }) => page + 1)),
];
