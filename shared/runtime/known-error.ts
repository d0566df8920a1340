import { Refusal, type RefusalCode } from '../domain/errors.ts';
import { PdfRefusal } from '../pdf/refusal.ts';

/** Any thrown value as an Error; a PdfRefusal becomes a Refusal. */
export function knownError(thrown: unknown): Error {
  if (thrown instanceof PdfRefusal) {
    return new Refusal(thrown.code satisfies RefusalCode, thrown.detail ?? {});
  }
  return thrown instanceof Error ? thrown : new Error(typeof thrown);
}

/** Errors that a caller can cause; all others are faults and raise an alarm. */
export const isExpected = (error: Error): boolean =>
  ['Refusal', 'Malformed', 'Conflict'].includes(error.name);
