import { writtenDate } from '../../../shared/contract/dates/written-instant.ts';
import { dateRangeOf, isWithin } from '../../../shared/domain/fields/date-value.ts';
import type { Language } from '../../ui/language.ts';
import type { Ceremony, Field, Values } from '../ceremony-api.ts';
import type { LaterTexts } from '../texts/later/later-texts.ts';
import { isFilled, valueFields } from './my-fields.ts';

export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** Missing or mistyped values that the page detects; the server validates every value as well. */
export const fieldProblems = (
  ceremony: Ceremony,
  values: Values,
  fill: LaterTexts['fill'],
  language: Language,
): FieldProblem[] =>
  valueFields(ceremony).flatMap((field) => {
    const message = problemOf(field, values, fill, language);
    return message ? [{ field: field.id, message }] : [];
  });

function problemOf(
  field: Field,
  values: Values,
  fill: LaterTexts['fill'],
  language: Language,
): string | undefined {
  if (isUnfinished(field)) return fill.dateUnfinished(field.label);
  if (!isFilled(field, values)) return field.required ? fill.missing(field.label) : undefined;
  return OUTSIDE[field.kind]?.(field, String(values[field.id]), fill, language);
}

type Judge = (
  field: Field,
  value: string,
  fill: LaterTexts['fill'],
  language: Language,
) => string | undefined;

/** Values outside the field's limits. */
const OUTSIDE: Readonly<Record<Field['kind'], Judge | undefined>> = {
  signature: undefined,
  initials: undefined,
  stamp: undefined,
  text: undefined,
  number: undefined,
  date: dateOutside,
  checkbox: undefined,
  choice: undefined,
};

function dateOutside(
  field: Field,
  date: string,
  fill: LaterTexts['fill'],
  language: Language,
): string | undefined {
  const range = dateRangeOf(field);
  if (isWithin(date, range)) return undefined;
  const [earliest, latest] = [range.earliest, range.latest].map((day) =>
    writtenDate(day, language),
  );
  return fill.dateOutside(field.label, earliest!, latest!);
}

/** A partly typed date has an empty value; only the browser's validity state tells that something was typed. */
function isUnfinished({ id }: Field): boolean {
  const input = document.getElementById(`list-${id}`);
  return input instanceof HTMLInputElement && input.validity.badInput;
}
