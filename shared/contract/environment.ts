import * as z from 'zod/mini';
import { LANGUAGES } from '../domain/envelope/party.ts';
import type { Retention } from '../domain/envelope/retention.ts';
import type { DailyLimits } from '../domain/limits.ts';

const text = z.string().check(z.minLength(1));
const list = z.pipe(
  z.string(),
  z.transform((value) => value.split(',').filter(Boolean)),
);

/**
 * Every variable a function may be given, by name. The CDK app sets them together with the grants
 * that they stand for; a function that reads one it was not given stops at its cold start.
 */
export const ENVIRONMENT = {
  /** The AWS SDK's own: `adaptive` slows down where a service throttles. */
  AWS_RETRY_MODE: z.enum(['standard', 'adaptive']),
  LEDGER_TABLE: text,
  ACCESS_TABLE: text,
  ENVELOPES_TABLE: text,
  RECORDS_TABLE: text,
  BUCKET: text,
  BUS_NAME: text,
  MACHINE_ARN: text,
  /** Address of the queue for what could not be carried. */
  LETTERS_URL: text,
  AUTHORITY_KEY: text,
  SEAL_KEY: text,
  TIMESTAMP_KEY: text,
  CODE_KEY: text,
  PLAN_KEY: text,
  /** Where people open links; no slash at the end. */
  APP_URL: z.url(),
  /** Where documents are verified; no slash at the end. */
  VERIFIER_URL: z.url(),
  MAIL_FROM: z.string().check(z.minLength(3)),
  CONFIGURATION_SET: text,
  COMPANY_NAME: text,
  /** ISO 3166-1 alpha-2. */
  COMPANY_COUNTRY: z.string().check(z.length(2)),
  /** ETSI EN 319 412-1 §5.1.4, such as `VATIT-01234567890`; empty where the company names none. */
  COMPANY_IDENTIFIER: z.string(),
  /** Where signers may call; empty where the company names none. */
  COMPANY_TELEPHONE: z.string(),
  /** Address of the privacy notice for signers; empty where the company names none. */
  PRIVACY_NOTICE: z.string(),
  /** Whether signers see the sender's e-mail address. */
  SENDER_ADDRESS: z.enum(['shown', 'hidden']),
  /** CSS colour of the company, `#rrggbb`. */
  COMPANY_COLOUR: z.string().check(z.regex(/^#[0-9a-f]{6}$/i)),
  /** IANA time zone in which times are printed for people. */
  TIME_ZONE: text,
  /** ISO 639-1, such as `it,en`: what is offered. The first is spoken to whoever asks for none of them. */
  LANGUAGES: z.pipe(list, z.array(z.enum(LANGUAGES))),
  /** E.164 country calling codes that may get text messages, such as `+39,+49`. */
  SMS_COUNTRIES: list,
  /** A day's most of what costs, as JSON; the config that wrote it was checked (limits.ts). */
  DAILY_LIMITS: z.pipe(
    text,
    z.transform((json) => JSON.parse(json) as DailyLimits),
  ),
  SMS_SENDER_ID: z.string().check(z.maxLength(11)),
  /** What the certificate of authenticity says of a party's e-mail address or telephone number. */
  CERTIFICATE_CONTACTS: z.enum(['masked', 'hidden']),
  /** And of the IP address from which it signed. */
  CERTIFICATE_ADDRESSES: z.enum(['shown', 'masked', 'hidden']),
  /** Whether the public record, which anyone with the code reads, tells the document's title. */
  RECORD_TITLE: z.enum(['shown', 'hidden']),
  /** RFC 3161 authorities in the order they are tried; none: the company's own. */
  TIMESTAMP_URLS: list,
  /** Object identifiers of the policies that their tokens may be under; none: any. */
  TIMESTAMP_POLICIES: list,
  /** Days that a finished document stays at its link. */
  DOCUMENT_DAYS: z.coerce.number().check(z.int(), z.positive()),
  /** Days that a draft may be worked on, from its beginning. */
  DRAFT_DAYS: z.coerce.number().check(z.int(), z.positive()),
  /** Years for which a finished file is archived; 0: none is. */
  ARCHIVE_YEARS: z.coerce.number().check(z.int(), z.nonnegative()),
  ARCHIVE_BUCKET: text,
  /** Years that facts and the public record are kept. */
  EVIDENCE_YEARS: z.coerce.number().check(z.int(), z.positive()),
  /** The OpenID Connect issuer whose ID tokens are taken. */
  ISSUER: z.url(),
  /** The console at that issuer: a public client, and the audience of its tokens. */
  CLIENT_ID: text,
  /** The claim, and its value, that makes a caller an administrator. */
  ADMIN_CLAIM: text,
  ADMIN_VALUE: text,
  /** The secret that the distribution adds; with it the viewer's address header is believed. Empty: no distribution. */
  ORIGIN_SECRET: z.string(),
} as const;

/** What is parsed once is not compiled first. */
const ONCE = { jitless: true };

export type EnvironmentName = keyof typeof ENVIRONMENT;

/** The named variables, parsed; throws at the cold start if one is missing or wrong. */
export function environment<N extends EnvironmentName>(
  ...names: N[]
): { [K in N]: z.output<(typeof ENVIRONMENT)[K]> } {
  const shape = Object.fromEntries(names.map((name) => [name, ENVIRONMENT[name]]));
  return z.object(shape).parse(process.env, ONCE) as {
    [K in N]: z.output<(typeof ENVIRONMENT)[K]>;
  };
}

export const retentionOf = (env: { EVIDENCE_YEARS: number; DRAFT_DAYS: number }): Retention => ({
  evidenceYears: env.EVIDENCE_YEARS,
  draftDays: env.DRAFT_DAYS,
});
