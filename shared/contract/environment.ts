import * as z from 'zod/mini';
import type { Rates } from '../domain/batch/pace.ts';
import { LANGUAGES } from '../domain/envelope/party.ts';
import type { Retention } from '../domain/envelope/retention.ts';
import { SIGNING_ORDERS } from '../domain/envelope/signing-order.ts';
import type { DailyLimits } from '../domain/limits.ts';

const text = z.string().check(z.minLength(1));
const list = z.pipe(
  z.string(),
  z.transform((value) => value.split(',').filter(Boolean)),
);

/**
 * Every environment variable of the functions. The CDK app sets each together with the matching grant. A
 * function that reads a variable it was not given fails at cold start.
 */
export const ENVIRONMENT = {
  /** Read by the AWS SDK; `adaptive` also slows down on throttling. */
  AWS_RETRY_MODE: z.enum(['standard', 'adaptive']),
  LEDGER_TABLE: text,
  ACCESS_TABLE: text,
  ENVELOPES_TABLE: text,
  RECORDS_TABLE: text,
  TEMPLATES_TABLE: text,
  CONTACTS_TABLE: text,
  TOKENS_TABLE: text,
  WEBHOOKS_TABLE: text,
  BATCHES_TABLE: text,
  BUCKET: text,
  BUS_NAME: text,
  MACHINE_ARN: text,
  BATCH_MACHINE_ARN: text,
  /** URL of the dead-letter queue. */
  LETTERS_URL: text,
  AUTHORITY_KEY: text,
  SEAL_KEY: text,
  TIMESTAMP_KEY: text,
  CODE_KEY: text,
  PLAN_KEY: text,
  /** Encrypts the secrets by which webhooks are signed. */
  WEBHOOK_KEY: text,
  /** The state machine that repeats what a receiver did not take. */
  REDELIVERY_ARN: text,
  /** Whether a webhook may also lead to this machine itself, over http too. */
  WEBHOOK_RECEIVERS: z.enum(['public', 'loopback']),
  /** Base URL of the pages, without trailing slash. */
  APP_URL: z.url(),
  /** Base URL of the verifier, without trailing slash. */
  VERIFIER_URL: z.url(),
  MAIL_FROM: z.string().check(z.minLength(3)),
  CONFIGURATION_SET: text,
  COMPANY_NAME: text,
  /** ISO 3166-1 alpha-2. */
  COMPANY_COUNTRY: z.string().check(z.length(2)),
  /** ETSI EN 319 412-1 § 5.1.4, for example `VATIT-01234567890`; empty if not configured. */
  COMPANY_IDENTIFIER: z.string(),
  /** Telephone number shown to signers; empty if not configured. */
  COMPANY_TELEPHONE: z.string(),
  /** URL of the privacy notice for signers; empty if not configured. */
  PRIVACY_NOTICE: z.string(),
  /** Whether signers see the sender's e-mail address. */
  SENDER_ADDRESS: z.enum(['shown', 'hidden']),
  /** The company's CSS colour, `#rrggbb`. */
  COMPANY_COLOUR: z.string().check(z.regex(/^#[0-9a-f]{6}$/i)),
  /** IANA time zone of displayed times. */
  TIME_ZONE: text,
  /** Offered languages, ISO 639-1, for example `it,en`. The first is the default. */
  LANGUAGES: z.pipe(list, z.array(z.enum(LANGUAGES))),
  /** In which order the two sides may sign. */
  SIGNING_ORDER: z.enum(SIGNING_ORDERS),
  /** E.164 country calling codes to which text messages are sent, for example `+39,+49`. */
  SMS_COUNTRIES: list,
  /** DailyLimits as JSON, validated at synthesis (limits.ts). */
  DAILY_LIMITS: z.pipe(
    text,
    z.transform((json) => JSON.parse(json) as DailyLimits),
  ),
  /** Messages a second that batches may cause, as JSON, validated at synthesis (rates.ts). */
  RATES: z.pipe(
    text,
    z.transform((json) => JSON.parse(json) as Rates),
  ),
  SMS_SENDER_ID: z.string().check(z.maxLength(11)),
  /** How the certificate of authenticity shows a party's e-mail address or telephone number. */
  CERTIFICATE_CONTACTS: z.enum(['masked', 'hidden']),
  /** How the certificate shows the IP address from which a party signed. */
  CERTIFICATE_ADDRESSES: z.enum(['shown', 'masked', 'hidden']),
  /** Whether the public record contains the document's title. */
  RECORD_TITLE: z.enum(['shown', 'hidden']),
  /** RFC 3161 timestamp authorities in order of preference; empty: the company's own. */
  TIMESTAMP_URLS: list,
  /** Accepted timestamp policies (OIDs); empty: any. */
  TIMESTAMP_POLICIES: list,
  /** Days after the end during which the document can be downloaded from its link. */
  DOCUMENT_DAYS: z.coerce.number().check(z.int(), z.positive()),
  /** Days from creation after which an unsent draft is deleted. */
  DRAFT_DAYS: z.coerce.number().check(z.int(), z.positive()),
  /** Years in the archive; 0: no archive. */
  ARCHIVE_YEARS: z.coerce.number().check(z.int(), z.nonnegative()),
  ARCHIVE_BUCKET: text,
  /** Years for which ledger and public record are kept. */
  EVIDENCE_YEARS: z.coerce.number().check(z.int(), z.positive()),
  /** The OpenID Connect issuer whose ID tokens are accepted. */
  ISSUER: z.url(),
  /** The console's client id at the issuer (a public client); the tokens' required audience. */
  CLIENT_ID: text,
  /** Claim and value that make an employee an administrator. */
  ADMIN_CLAIM: text,
  ADMIN_VALUE: text,
  /**
   * Secret header value added by CloudFront; only with it is the viewer-address header trusted. Empty: no
   * CloudFront.
   */
  ORIGIN_SECRET: z.string(),
} as const;

/** Parsed once per cold start, so zod's schema compilation would cost more than it saves. */
const ONCE = { jitless: true };

export type EnvironmentName = keyof typeof ENVIRONMENT;

/** The named variables, validated. Throws at cold start if one is missing or invalid. */
export function environment<N extends EnvironmentName>(
  ...names: readonly N[]
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
