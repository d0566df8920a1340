import * as z from 'zod';
import { Language } from '../shared/contract/language.ts';
import { DailyLimits } from '../shared/contract/limits.ts';
import { Rates } from '../shared/contract/rates.ts';
import { SigningOrder } from '../shared/contract/signing-order.ts';
import { Mail, Text } from './settings/channels.ts';
import { Company } from './settings/company.ts';
import {
  Archive,
  Certificate,
  PublicRecord,
  Retention,
  rootCertificate,
} from './settings/evidence.ts';
import { Administrators, Identity } from './settings/identity.ts';
import { certificateArn, hostName, readerArn, timeZone } from './settings/names.ts';
import { Canary, Concurrency, Throttle, Trail, Webhooks } from './settings/operation.ts';

const Settings = z.strictObject({
  /**
   * Prefix of stack names and of all names that AWS requires to be unique, so that staging and production can
   * share an account and region. Fixed after the first deployment: another name is another deployment.
   */
  deployment: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,18}[a-z0-9]$/, 'three to twenty small letters, digits, hyphens')
    .refine((name) => !/aws|amazon|cognito/.test(name), 'without aws, amazon or cognito')
    .default('sigillo'),
  company: Company,
  mail: Mail,
  text: Text.prefault({}),
  /** Daily limits (UTC) of whatever costs money or storage; ordinary work stays below all of them. */
  limits: z.prefault(DailyLimits, {}),
  /** How fast batches send, in messages a second: SES and SNS limit the account. */
  rates: z.prefault(Rates, {}),
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
  identity: Identity.prefault({ kind: 'pool' }),
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
   * Languages of documents and pages; the first is used for anyone who prefers none of them. An envelope keeps
   * the language it was sent in, even if that is removed later.
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
  webhooks: Webhooks.prefault({}),
  /**
   * Principals (roles, or accounts as `…:root`) that may read signed files in the document bucket while they stand, for
   * systems that take the key from the event `envelope.completed`. In another account they need a grant of their own, too.
   */
  readSigned: z.array(readerArn).default([]),
  /** Time zone of printed times. */
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
