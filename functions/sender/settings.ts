import type * as z from 'zod';
import type { SettingsAnswer } from '../../shared/contract/sender/sender-answers.ts';
import { MAX_FIELDS } from '../../shared/contract/sender/sender-inputs.ts';
import { MAX_DOCUMENT_BYTES } from '../../shared/contract/sender/upload-ticket.ts';
import { MAX_DEADLINE_DAYS } from '../../shared/domain/envelope/deadline.ts';
import type { Language } from '../../shared/domain/envelope/party.ts';
import type { SigningOrder } from '../../shared/domain/envelope/signing-order.ts';
import type { SenderRequest } from './sender-request.ts';

interface Settings {
  readonly COMPANY_NAME: string;
  readonly COMPANY_COLOUR: string;
  readonly COMPANY_COUNTRY: string;
  readonly TIME_ZONE: string;
  readonly LANGUAGES: readonly Language[];
  readonly SIGNING_ORDER: SigningOrder;
  readonly SMS_COUNTRIES: readonly string[];
  readonly DOCUMENT_DAYS: number;
  readonly VERIFIER_URL: string;
}

/** What the console needs to know of the company and the signed-in employee. */
export const makeSettings =
  (settings: Settings) =>
  async ({ caller }: SenderRequest): Promise<z.input<typeof SettingsAnswer>> => ({
    company: settings.COMPANY_NAME,
    colour: settings.COMPANY_COLOUR,
    country: settings.COMPANY_COUNTRY,
    timeZone: settings.TIME_ZONE,
    languages: [...settings.LANGUAGES],
    order: settings.SIGNING_ORDER,
    smsCountries: [...settings.SMS_COUNTRIES],
    documentDays: settings.DOCUMENT_DAYS,
    maxDeadlineDays: MAX_DEADLINE_DAYS,
    maxDocumentBytes: MAX_DOCUMENT_BYTES,
    maxFields: MAX_FIELDS,
    verifierUrl: settings.VERIFIER_URL,
    me: {
      subject: caller.subject,
      email: caller.email,
      name: caller.name,
      isAdministrator: caller.isAdministrator,
      emailVerified: caller.emailVerified,
    },
  });
