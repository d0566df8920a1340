import { X509Certificate } from 'node:crypto';
import * as z from 'zod';
import { DEFAULT_COLOUR } from '../shared/contract/brand/accents.ts';
import { Language } from '../shared/contract/language.ts';
import { DailyLimits } from '../shared/contract/limits.ts';
import { SigningOrder } from '../shared/contract/signing-order.ts';
import { assertCovered } from '../shared/pdf/font/font.ts';
import { PdfRefusal } from '../shared/pdf/refusal.ts';

const hostName = z
  .string()
  .regex(
    /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    'a host name, no https://',
  );

const certificateArn = z
  .string()
  .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/, 'a certificate in us-east-1');

/** Goes into the Content-Security-Policy, where a semicolon would start another directive. */
const ORIGIN = /^https:\/\/[a-z0-9.-]+(:\d+)?$/;

const timeZone = z
  .string()
  .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'an IANA time zone');

const rootCertificate = z.string().refine(isAuthority, "an authority's certificate, PEM");

function isAuthority(pem: string): boolean {
  try {
    return new X509Certificate(pem).ca;
  } catch {
    return false;
  }
}

/** A character missing from the certificate's font would make every closing fail. */
const printable = z.string().check(({ value, issues }) => {
  const missing = notCovered(value);
  if (missing)
    issues.push({
      code: 'custom',
      input: value,
      message: `“${missing}” is not in the font of the certificate: Latin, Greek and Cyrillic are`,
    });
});

function notCovered(text: string): string | undefined {
  try {
    assertCovered(text);
    return undefined;
  } catch (error) {
    if (error instanceof PdfRefusal) return String(error.detail?.character);
    throw error;
  }
}

/** Characters; about twenty sheets. */
const PrivacyText = z.partialRecord(Language, z.string().trim().min(1).max(50_000));

const Company = z.strictObject({
  /** Registered company name; used in the seal, in every mail and in the authority's certificate. */
  name: printable.min(1).max(64),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/, 'two capital letters'),
  /**
   * Its number in a register, for its certificates: VAT (`VATIT-01234567890`), trade register
   * (`NTRIT-…`) or LEI (`LEIXG-…`), as ETSI EN 319 412-1 §5.1.4 writes them.
   */
  identifier: z
    .string()
    .regex(/^(VAT|NTR|PSD|LEI)[A-Z]{2}-[\w.-]{1,50}$/, 'such as VATIT-01234567890')
    .optional(),
  /**
   * Of mails and of every page: heads and buttons of mails have it as it is, the pages as far as it can be
   * read, in light and dark.
   */
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, '#rrggbb')
    .default(DEFAULT_COLOUR),
  /** Where signers may call, as it is written for people. On every page on which they sign. */
  telephone: printable.min(3).max(40).optional(),
  /**
   * The company's privacy notice for signers, linked from every page on which they sign: its address, or
   * its text in each of `languages`, which then is a page beside the signing page. An empty line divides
   * paragraphs; the first line of several is a heading.
   */
  privacyNotice: z.union([z.url({ protocol: /^https$/ }).max(500), PrivacyText]).optional(),
  /** Whether signers see the e-mail address of the employee who sent the document, beside the name. */
  senderAddress: z.enum(['shown', 'hidden']).default('hidden'),
});

const Mail = z
  .strictObject({
    /** The sender of every mail. SES gets an identity for its domain, whose DKIM records the deployment prints. */
    from: z.email(),
    /** True if SES already has a verified identity for that domain in this account and region. */
    identityExists: z.boolean().default(false),
    /**
     * Mails that SES lets the account send in 24 hours (200 in its sandbox, 50,000 at first outside it);
     * an alarm is raised at four fifths of it.
     */
    dailyQuota: z.int().positive().default(200),
    /**
     * Domains that SES gets an identity for, where there is more than the sender's own: to go to another
     * one, the deployed one first, then the next (docs/decisions/mail-domain.md). The first stays first.
     */
    identities: z
      .array(hostName)
      .refine((all) => new Set(all).size === all.length, 'each domain once')
      .default([]),
  })
  .refine(
    ({ from, identityExists, identities }) =>
      identityExists ||
      identities.length === 0 ||
      identities.includes(mailDomain(from).toLowerCase()),
    { path: ['identities'], message: "the sender's domain too, unless its identity exists" },
  );

/** `sign@example.com` → `example.com`. */
export const mailDomain = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

const Text = z.strictObject({
  /** Calling codes that may get text messages. None: no party can be reached by SMS. */
  countries: z.array(z.string().regex(/^\+[1-9]\d{0,3}$/, 'such as +39')).default([]),
  /** Shown as the sender where the country allows it; some want it registered first. */
  senderId: z
    .string()
    .regex(/^([A-Za-z0-9]{1,11})?$/, 'up to 11 letters and digits')
    .default(''),
  /** True if the account and region already have SNS's log of failed texts, because others send texts too. */
  failureLogExists: z.boolean().default(false),
  /**
   * The account's monthly SMS spend limit, which AWS raises only on request (a new account has 1).
   * Beyond it no text leaves; an alarm is raised at four fifths of it.
   */
  monthlySpendUsd: z.number().positive().default(1),
});

const Pool = z.strictObject({
  kind: z.literal('pool'),
  /** Where sign-in may return besides the console: https, or http://localhost for a program on a desk. */
  callbackUrls: z
    .array(z.string().regex(/^(https:|http:\/\/localhost[:/])/, 'https, or http://localhost'))
    .default([]),
  /** The sign-in page's prefix, unique in the region and chosen once, because a pool has no two; `sigillo-` and the account number if absent. */
  domainPrefix: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)
    .optional(),
});

const OwnIssuer = z.strictObject({
  kind: z.literal('issuer'),
  /** OpenID Connect issuer, exactly as its tokens say in `iss`. */
  issuer: z
    .url({ protocol: /^https$/ })
    .refine((url) => URL.canParse(url) && ORIGIN.test(new URL(url).origin), 'an ordinary host'),
  /** What its tokens say in `aud`. */
  audience: z.string().min(1),
  /**
   * Where its discovery document has the token endpoint, if that is another origin than the issuer's:
   * for a Cognito pool `https://PREFIX.auth.REGION.amazoncognito.com`. The pages' policy lets the
   * console call the issuer and this, and nothing else.
   */
  tokenOrigin: z.string().regex(ORIGIN, 'https, a host and no path').optional(),
});

const Administrators = z.strictObject({
  claim: z.string().min(1).default('cognito:groups'),
  value: z.string().min(1).default('admin'),
});

const LOG_DAYS = [
  7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

const Retention = z.strictObject({
  /** Days that a finished document stays at its link, then it is deleted. */
  documentDays: z.int().min(1).max(365).default(14),
  /**
   * Days that a draft may be worked on; one that was not sent by then is deleted. Not longer than an
   * uploaded document is kept (the bucket's lifecycle).
   */
  draftDays: z.int().min(1).max(60).default(60),
  /** Years that the facts and the public record are kept. */
  evidenceYears: z.int().min(1).max(50).default(10),
  /**
   * Days that the logs of functions and doors are kept, of those that CloudWatch knows: long enough to look
   * into what a sender reports after a whole signing window.
   */
  logDays: z.literal(LOG_DAYS).default(90),
});

/**
 * What the certificate of authenticity tells each party of the others. The ledger keeps all of it,
 * for a court.
 */
const Certificate = z.strictObject({
  /**
   * E-mail addresses and telephone numbers on the page. Each signer's own certificate, which a PDF
   * reader shows, names the whole e-mail address to which the code went, unless they are hidden.
   */
  contacts: z.enum(['masked', 'hidden']).default('masked'),
  /** The IP address from which each party signed. */
  addresses: z.enum(['shown', 'masked', 'hidden']).default('masked'),
});

/** What the public record shows anyone with a document's code, besides dates, hashes and masked names. */
const PublicRecord = z.strictObject({
  /** Helps to see that a paper is not the document of its code; but then the title is no secret. */
  title: z.enum(['shown', 'hidden']).default('hidden'),
});

/**
 * Requests per second on each route of the HTTP API, all callers together; more are answered 429. Each
 * route is throttled separately, so flooding a signer's route does not affect the sender's.
 */
const Throttle = z.strictObject({
  requestsPerSecond: z.int().min(1).max(10_000).default(100),
  /** At once, before the rate counts. */
  burst: z.int().min(1).max(5_000).default(200),
});

/** CloudTrail's data events: who read or wrote which document or row, whoever it was. Billed by the event. */
const Trail = z.strictObject({
  /**
   * The company's bucket for records of CloudTrail, better in another account; its policy must let the trail
   * `<deployment>-data-events` write (CloudTrail user guide, "Amazon S3 bucket policy for CloudTrail").
   */
  bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "a bucket's name"),
});

/** A copy of each finished file and its ledger under Object Lock. No *conservazione a norma*. */
const Archive = z.strictObject({
  years: z.int().min(1).max(50),
  /**
   * S3 Object Lock's mode. `governance`: a principal with `s3:BypassGovernanceRetention` may still
   * delete; `compliance`: not even the account's root may before the retention ends.
   */
  mode: z.enum(['governance', 'compliance']).default('governance'),
});

const Canary = z.strictObject({ everyHours: z.int().min(1).max(24).default(6) });

const share = z.int().min(1).max(10_000).optional();

/**
 * Of the account's concurrent executions, what each door alone may use and never more (Lambda's reserved
 * concurrency). Off unless said: a new account may not reserve any, and `npm run deploy` says whether
 * this one may.
 */
const Concurrency = z.strictObject({ sender: share, signer: share, verifier: share });

const Settings = z.strictObject({
  /**
   * Begins the names of the stacks and whatever else AWS wants unique, so that staging and production stand
   * beside each other in an account and region. Chosen once: another name is another deployment.
   */
  deployment: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,18}[a-z0-9]$/, 'three to twenty small letters, digits, hyphens')
    .refine((name) => !/aws|amazon|cognito/.test(name), 'without aws, amazon or cognito')
    .default('sigillo'),
  company: Company,
  mail: Mail,
  text: Text.prefault({}),
  /** What a day (UTC) allows at most, of what costs money or room; ordinary work meets none of it. */
  limits: z.prefault(DailyLimits, {}),
  /** Where people open links and the console. Absent: the address that AWS gives. */
  domain: hostName.optional(),
  /** The certificate for `domain` in ACM, in us-east-1 because CloudFront looks nowhere else. */
  certificateArn: certificateArn.optional(),
  /**
   * Where documents are verified, printed in every QR code: its DNS name must last as long as the evidence.
   * Absent: the address that AWS gives, which answers in any case.
   */
  verifierDomain: hostName.optional(),
  /** The certificate for `verifierDomain`, in us-east-1 too. */
  verifierCertificateArn: certificateArn.optional(),
  /** Who may send documents: a Cognito pool made here, or the company's own issuer. */
  identity: z.discriminatedUnion('kind', [Pool, OwnIssuer]).prefault({ kind: 'pool' }),
  /** The claim, and its value, that lets a sender see everyone's envelopes. */
  administrators: Administrators.prefault({}),
  /** RFC 3161 authorities in the order they are tried. None: the company's own. */
  timestampAuthorities: z.array(z.url({ protocol: /^https?$/ })).default([]),
  /** Object identifiers of the timestamp policies that are good enough. None: any of theirs. */
  timestampPolicies: z.array(z.string().regex(/^[0-2](\.\d+)+$/, 'an identifier')).default([]),
  /**
   * The root certificates in which their timestamps end, PEM, as the authorities publish them. They
   * are trusted for timestamps alone.
   */
  timestampRoots: z.array(rootCertificate).default([]),
  /**
   * Languages in which documents are sent and pages are read; the first is spoken to whoever asks for
   * none of them. An envelope sent before in another language goes on in it.
   */
  languages: z
    .array(Language)
    .min(1)
    .refine((all) => new Set(all).size === all.length, 'each language once')
    .default([...Language.options]),
  /**
   * `directorFirst`: the company's side signs before the other one, whatever is asked for. `any`: the console
   * proposes it, and senders may choose another order. Envelopes that were sent keep theirs.
   */
  order: SigningOrder.default('any'),
  certificate: Certificate.prefault({}),
  publicRecord: PublicRecord.prefault({}),
  retention: Retention.prefault({}),
  throttle: Throttle.prefault({}),
  concurrency: Concurrency.prefault({}),
  /**
   * A web ACL of AWS WAF for pages, API and verifier's domain, which the company makes and pays: of scope
   * CLOUDFRONT, so in us-east-1. Absent: none.
   */
  webAclArn: z
    .string()
    .regex(
      /^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[\w-]+$/,
      'a web ACL of scope CLOUDFRONT',
    )
    .optional(),
  /**
   * A test document sent to SES's mailbox simulator, checked for delivery and voided; owned by
   * `canary`. Absent: none is sent.
   */
  canary: Canary.optional(),
  /**
   * Absent: nothing is archived from then on, and what is archived stays as long as it was locked for. The terms
   * tell the parties; the company's privacy notice should too.
   */
  archive: Archive.optional(),
  /** Absent: no data events are recorded. */
  trail: Trail.optional(),
  /** In which times are printed for people. */
  timeZone: timeZone.default('Europe/Rome'),
  /** Gets every alarm, after confirming the subscription that AWS mails. */
  alarmMail: z.email().optional(),
  /** Absent: those of the credentials that deploy. */
  account: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/)
    .optional(),
});

/** Settings that must be given together. */
const bothOrNeither = (
  one: 'timestampAuthorities' | 'domain' | 'verifierDomain',
  other: 'timestampRoots' | 'certificateArn' | 'verifierCertificateArn',
) =>
  z.check<z.output<typeof Settings>>(({ value, issues }) => {
    const isGiven = (given: unknown) => (Array.isArray(given) ? given.length > 0 : Boolean(given));
    if (isGiven(value[one]) === isGiven(value[other])) return;
    issues.push({
      code: 'custom',
      input: value[other],
      path: [other],
      message: `goes with ${one}: both or neither`,
    });
  });

export const Config = Settings.check(
  bothOrNeither('timestampAuthorities', 'timestampRoots'),
  bothOrNeither('domain', 'certificateArn'),
  bothOrNeither('verifierDomain', 'verifierCertificateArn'),
).refine(({ company: { privacyNotice }, languages }) => isInAll(privacyNotice, languages), {
  path: ['company', 'privacyNotice'],
  message: 'a text takes each of `languages`, and no other',
});

function isInAll(notice: string | object | undefined, languages: readonly string[]): boolean {
  if (typeof notice !== 'object') return true;
  return Object.keys(notice).sort().join() === languages.toSorted().join();
}

/** What the company writes. */
export type CompanyConfig = z.input<typeof Config>;

/** The same with every default filled in. */
export type Config = z.output<typeof Config>;
