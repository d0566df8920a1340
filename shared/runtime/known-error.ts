import { Refusal, type RefusalCode } from '../domain/errors.ts';
import { PdfRefusal } from '../pdf/refusal.ts';

/** Any thrown thing as an Error; a refusal of the PDF code as a Refusal like all others. */
export function knownError(thrown: unknown): Error {
  if (thrown instanceof PdfRefusal) {
    return new Refusal(thrown.code satisfies RefusalCode, thrown.detail ?? {});
  }
  return thrown instanceof Error ? thrown : new Error(typeof thrown);
}

/** What a caller meant to provoke or can mend; anything else is a fault and worth an alarm. */
export const isExpected = (error: Error): boolean =>
  ['Refusal', 'Malformed', 'Conflict'].includes(error.name);
