import type { Language } from '../../domain/envelope/party.ts';
import { Refusal, type RefusalCode, type RefusalDetail } from '../../domain/errors.ts';
import { type Field, type FieldKind, namesOf } from '../../domain/fields/field.ts';
import { displayValue, FIELD_RULES } from '../../domain/fields/field-kinds.ts';
import { firstUncovered, normalizeText } from '../font/font.ts';
import { leastBoxOf, type TextBox, textFits } from './field-text.ts';

/** Why no value fits a field, as a refusal. */
export interface Unfillable {
  readonly code: RefusalCode;
  readonly detail: RefusalDetail;
}

/** Throws for the first field that no value would fit. `language`: the document's. */
export function assertFillable(fields: readonly Field[], language: Language): void {
  for (const field of fields) {
    const problem = unfillable(field, language);
    if (problem) throw new Refusal(problem.code, problem.detail);
  }
}

export const unfillable = (field: Field, language: Language): Unfillable | undefined =>
  tooSmall(field, language) ?? wrongOption(field);

function tooSmall(field: Field, language: Language): Unfillable | undefined {
  const { width, height } = leastOf(field, language);
  if (field.width >= width && field.height >= height) return undefined;
  return { code: 'field_too_small', detail: { ...namesOf(field), width, height } };
}

const leastOf = (field: Field, language: Language): TextBox => ({
  ...FIELD_RULES[field.kind].least,
  ...NEEDED[field.kind]?.(field, language),
});

/** What a kind needs beyond its smallest box. */
const NEEDED: Readonly<
  Record<FieldKind, ((field: Field, language: Language) => Partial<TextBox>) | undefined>
> = {
  signature: undefined,
  initials: undefined,
  stamp: undefined,
  text: ({ multiline }) => (multiline ? { height: leastBoxOf('M', true).height } : {}),
  number: undefined,
  date: (_, language) => ({ width: widestDate(language) }),
  checkbox: undefined,
  choice: undefined,
};

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** The widest date, since any day may be chosen and month names differ in length. */
function widestDate(language: Language): number {
  const known = widestDates.get(language);
  if (known !== undefined) return known;
  const dates = MONTHS.map((month) => displayValue('date', `2026-${month}-28`, language));
  const widest = Math.max(...dates.map((date) => leastBoxOf(date).width));
  widestDates.set(language, widest);
  return widest;
}

const widestDates = new Map<Language, number>();

function wrongOption(field: Field): Unfillable | undefined {
  if (!FIELD_RULES[field.kind].hasOptions) return undefined;
  const read = new Set<string>();
  for (const option of field.options ?? []) {
    const text = normalizeText(option).trim();
    const problem = unprintable(field, option) ?? repeated(field, text, read);
    if (problem) return problem;
    read.add(text);
  }
  return undefined;
}

function unprintable(field: Field, option: string): Unfillable | undefined {
  const missing = firstUncovered(option);
  const names = namesOf(field);
  if (missing) return { code: 'text_not_covered', detail: { ...names, text: option, ...missing } };
  if (textFits(option, field)) return undefined;
  const { width } = leastBoxOf(option);
  return { code: 'option_too_long', detail: { ...names, option, width } };
}

/** Two options that look the same would be ambiguous on paper. */
const repeated = (field: Field, text: string, read: ReadonlySet<string>): Unfillable | undefined =>
  text === '' || read.has(text)
    ? { code: 'option_repeated', detail: { ...namesOf(field), option: text } }
    : undefined;
