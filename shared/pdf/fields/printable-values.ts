import type { Language } from '../../domain/envelope/party.ts';
import { Refusal, type RefusalCode } from '../../domain/errors.ts';
import type { Field, Values } from '../../domain/fields/field.ts';
import { displayValue } from '../../domain/fields/field-kinds.ts';
import { PdfRefusal } from '../refusal.ts';
import { assertTextFits } from './field-text.ts';

/**
 * Throws `value_too_long` or `text_not_covered`, with the field, for a value that could not be drawn when it
 * is appended later.
 */
export function assertPrintable(
  fields: readonly Field[],
  values: Values,
  language: Language,
): void {
  for (const field of fields) {
    const value = values[field.id];
    if (typeof value !== 'string') continue;
    const { width, height, multiline = false } = field;
    const text = displayValue(field.kind, value, language);
    naming(field, () => assertTextFits(text, { width, height, multiline }));
  }
}

function naming({ id, label }: Field, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof PdfRefusal)) throw error;
    const code: RefusalCode = error.code;
    throw new Refusal(code, { ...error.detail, field: id, label });
  }
}
