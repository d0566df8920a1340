import type { z } from 'zod';
import type { EnvelopeInput } from '../../shared/contract/sender.ts';
import type { Facts } from '../../shared/domain/drafting.ts';
import { Refusal } from '../../shared/domain/errors.ts';
import { assertCovered } from '../../shared/pdf/font.ts';
import { PdfRefusal } from '../../shared/pdf/refusal.ts';
import { assertServed } from './served-countries.ts';

/** Days from the invitation; those past the deadline would remind nobody. */
const REMINDER_DAYS = [3, 7];

/**
 * What the ledger keeps of an envelope's input. Refuses numbers in countries that are not served, and
 * a title or name that the certificate could not print.
 */
export function envelopeFacts(
  { title, language, message, parties, deadlineDays, reminderDays }: z.output<typeof EnvelopeInput>,
  smsCountries: readonly string[],
): Facts {
  assertServed(parties, smsCountries);
  for (const text of [title, ...parties.map(({ name }) => name)]) assertPrintable(text);
  const note = message?.normalize('NFC').trim();
  const days = reminderDays ?? REMINDER_DAYS.filter((day) => day < deadlineDays);
  const schedule = { deadlineDays, reminderDays: [...new Set(days)].sort((a, b) => a - b) };
  return { title, language, ...(note && { message: note }), parties, schedule };
}

function assertPrintable(text: string): void {
  try {
    assertCovered(text);
  } catch (error) {
    if (!(error instanceof PdfRefusal)) throw error;
    throw new Refusal(error.code, { ...error.detail, text });
  }
}
