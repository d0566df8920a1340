import { writtenDate } from '../../../shared/contract/written-instant.ts';
import { dateRangeOf, isWithin } from '../../../shared/domain/date-value.ts';
import type { Language } from '../../ui/language.ts';
import type { Ceremony, Field, Values } from '../ceremony-api.ts';
import type { Texts } from '../texts/texts.ts';
import { isFilled, valueFields } from './my-fields.ts';

export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** What the page itself sees to be missing or mistyped; the server looks at every value besides. */
export const fieldProblems = (
  ceremony: Ceremony,
  values: Values,
  texts: Texts,
  language: Language,
): FieldProblem[] =>
  valueFields(ceremony).flatMap((field) => {
    const message = problemOf(field, values, texts, language);
    return message ? [{ field: field.id, message }] : [];
  });

function problemOf(
  field: Field,
  values: Values,
  { fill }: Texts,
  language: Language,
): string | undefined {
  if (isUnfinished(field)) return fill.dateUnfinished(field.label);
  if (!isFilled(field, values)) return field.required ? fill.missing(field.label) : undefined;
  const range = dateRangeOf(field);
  if (field.kind !== 'date' || isWithin(String(values[field.id]), range)) return undefined;
  const { earliest, latest } = range;
  return fill.dateOutside(
    field.label,
    writtenDate(earliest, language),
    writtenDate(latest, language),
  );
}

/** Half a date has no value: the browser alone knows that something was typed. */
function isUnfinished({ id, kind }: Field): boolean {
  const input = kind === 'date' ? document.getElementById(`list-${id}`) : null;
  return input instanceof HTMLInputElement && input.validity.badInput;
}
