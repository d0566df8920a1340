import type * as z from 'zod';
import type { EnvelopeInput } from '../../../shared/contract/sender/sender-inputs.ts';
import { daysUntil } from '../../../shared/domain/envelope/deadline.ts';
import { type Language, turnsOf } from '../../../shared/domain/envelope/party.ts';
import { assertOrder, type SigningOrder } from '../../../shared/domain/envelope/signing-order.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Schedule } from '../../../shared/domain/ledger/entries.ts';
import { isBlank } from '../../../shared/domain/text/text.ts';
import type { Facts } from '../../../shared/domain/transitions/drafting.ts';
import { PdfRefusal } from '../../../shared/pdf/refusal.ts';
import type { PdfCore } from '../ports.ts';

/** Default reminder days after the invitation; those past the deadline are dropped. */
const REMINDER_DAYS = [3, 7];

/** What the company allows its senders to choose. */
export interface SenderChoices {
  readonly SIGNING_ORDER: SigningOrder;
  readonly SMS_COUNTRIES: readonly string[];
  readonly LANGUAGES: readonly Language[];
  /** IANA time zone of a deadline day. */
  readonly TIME_ZONE: string;
}

/** Facts of an envelope, or of a template, whose parties are placeholders for people named later. */
type GivenFacts = Omit<z.output<typeof EnvelopeInput>, 'parties' | 'reminderDays'> &
  Pick<Facts, 'parties'> & { readonly reminderDays?: readonly number[] | undefined };

/** The chosen reminder days, else the default ones that lie before the deadline. */
export const remindersOf = (chosen: readonly number[] | undefined, mostDays: number): number[] =>
  [...new Set(chosen ?? REMINDER_DAYS.filter((day) => day < mostDays))].sort((a, b) => a - b);

/**
 * Converts the input to ledger data, with the parties in signing order. Throws for a language or order that
 * is not offered, and for a title or name that the certificate could not print.
 */
export function envelopeFacts(
  pdf: PdfCore,
  body: GivenFacts,
  { LANGUAGES, SIGNING_ORDER, TIME_ZONE }: Omit<SenderChoices, 'SMS_COUNTRIES'>,
  now: Date,
  known?: Schedule,
): Facts {
  const { title, language, message } = body;
  const parties = turnsOf(body.parties).flat();
  assertOrder(parties, SIGNING_ORDER);
  assertOffered([language, ...parties.map((party) => party.language)], LANGUAGES);
  for (const text of [title, ...parties.map(({ name }) => name)]) assertPrintable(pdf, text);
  const note = message === undefined || isBlank(message) ? '' : message.normalize('NFC').trim();
  const schedule = scheduleOf(body, TIME_ZONE, now, known);
  return { title, language, ...(note && { message: note }), parties, schedule };
}

/**
 * The draft's current deadline day is not checked again here but when sending, so that it does not block
 * other edits.
 */
function scheduleOf(
  { deadlineDays, deadlineDate, reminderDays }: GivenFacts,
  timeZone: string,
  now: Date,
  known?: Schedule,
): Schedule {
  const isKnown = known?.lastDay !== undefined && known.lastDay.day === deadlineDate;
  const lastDay = isKnown ? known.lastDay : deadlineDate && { day: deadlineDate, timeZone };
  const most = isKnown ? known.deadlineDays : lastDay ? daysUntil(lastDay, now) : deadlineDays;
  return {
    deadlineDays: most,
    ...(lastDay && { lastDay }),
    reminderDays: remindersOf(reminderDays, most),
  };
}

function assertOffered(wanted: readonly Language[], offered: readonly Language[]): void {
  const missing = wanted.find((language) => !offered.includes(language));
  if (missing) throw new Refusal('language_not_offered', { language: missing });
}

function assertPrintable(pdf: PdfCore, text: string): void {
  try {
    pdf.assertCovered(text);
  } catch (error) {
    if (!(error instanceof PdfRefusal)) throw error;
    throw new Refusal(error.code, { ...error.detail, text });
  }
}
