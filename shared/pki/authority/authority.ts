import { id_kp_timeStamping, KeyUsageFlags, type Name } from '@peculiar/asn1-x509';
import { encode } from '../asn1/der.ts';
import { companyName } from '../certificate/distinguished-name.ts';
import {
  DOCUMENT_SIGNING,
  endEntityConstraints,
  extendedKeyUsage,
  issuerConstraints,
  keyUsage,
  type Published,
  policies,
  publishedAt,
} from '../certificate/extensions.ts';
import { type CertificateRequest, issueCertificate } from '../certificate/issue-certificate.ts';
import { type Issuer, issuerOf } from '../certificate/issuer.ts';
import { POLICIES } from '../certificate/policies.ts';
import { readCertificate, subjectNameOf } from '../certificate/read-certificate.ts';
import type { Random, Signer } from '../identity.ts';
import { equalBytes } from '../signature/digest.ts';

/** A key held in KMS: its SubjectPublicKeyInfo (DER) and a function that signs with it. */
export interface ManagedKey {
  readonly publicKey: Uint8Array;
  readonly sign: Signer;
}

export interface Company {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Semantics identifier of ETSI EN 319 412-1 § 5.1.4, for example `VATIT-01234567890`. */
  readonly identifier?: string | undefined;
}

export interface AuthorityRequest {
  readonly company: Company;
  /** The authority's key is P-256; the seal's and the timestamp's may be RSA. */
  readonly keys: {
    readonly authority: ManagedKey;
    readonly seal: ManagedKey;
    readonly timestamp: ManagedKey;
  };
  readonly published: Published;
  readonly now: Date;
  readonly random: Random;
}

/** The authority's certificates, DER. */
export interface Authority {
  readonly root: Uint8Array;
  /** Roots with the same name and key that `root` replaced, newest first. */
  readonly earlierRoots: readonly Uint8Array[];
  readonly seal: Uint8Array;
  readonly timestamp: Uint8Array;
}

/**
 * The timestamp certificate outlives the seal's by ten years and the root by another ten, so that evidence
 * sealed on the seal's last day stays verifiable for the default retention.
 */
const YEARS = { root: 30, seal: 10, timestamp: 20 } as const;

/** Creates the company's authority: a self-signed root, and certificates for the seal and timestamp keys. */
export async function createAuthority(request: AuthorityRequest): Promise<Authority> {
  const { company, keys, random } = request;
  const name = rootName(company);
  const issuer: Issuer = { name, ...keys.authority };
  const [root, seal, timestamp] = await Promise.all([
    issueCertificate(issuer, rootRequest(request, name), random),
    issueCertificate(issuer, sealRequest(request), random),
    issueCertificate(issuer, timestampRequest(request), random),
  ]);
  return { root, earlierRoots: [], seal, timestamp };
}

export type Renewable = Exclude<keyof Authority, 'earlierRoots'>;

/**
 * Reissues the `due` certificates for the same keys. The root keeps its name even if the company was renamed,
 * because issued certificates refer to it.
 */
export async function renewAuthority(
  { root, earlierRoots, seal, timestamp }: Authority,
  due: readonly Renewable[],
  request: AuthorityRequest,
): Promise<Authority> {
  const issuer = issuerOf(root, request.keys.authority.sign);
  const anew = (name: Renewable, old: Uint8Array, wanted: CertificateRequest) =>
    due.includes(name) ? issueCertificate(issuer, wanted, request.random) : old;
  return {
    root: await anew('root', root, rootRequest(request, issuer.name)),
    earlierRoots: due.includes('root') ? [root, ...earlierRoots] : earlierRoots,
    seal: await anew('seal', seal, sealRequest(request)),
    timestamp: await anew('timestamp', timestamp, timestampRequest(request)),
  };
}

/**
 * Remaining years at which a certificate is renewed: the root while it can still cover a new timestamp
 * certificate, the timestamp certificate while it covers ten years of retention, the seal's well before it
 * expires.
 */
const RENEWED_BEFORE_YEARS = { root: 20, timestamp: 10, seal: 2 } as const;

/** The certificates that expire soon or contain a former name of the company. */
export const dueForRenewal = (authority: Authority, company: Company, now: Date): Renewable[] =>
  (['root', 'timestamp', 'seal'] as const).filter(
    (name) =>
      endsBefore(authority[name], yearsAfter(now, RENEWED_BEFORE_YEARS[name])) ||
      (name !== 'root' && !isNamed(authority[name], NAMES[name](company))),
  );

const NAMES = {
  seal: (company: Company) => companyName(company),
  timestamp: (company: Company) => companyName(company, `${company.name} Timestamps`),
} as const;

const isNamed = (certificate: Uint8Array, name: Name): boolean =>
  equalBytes(subjectNameOf(certificate), encode(name));

const endsBefore = (certificate: Uint8Array, instant: Date): boolean =>
  readCertificate(certificate).tbsCertificate.validity.notAfter.getTime() < instant;

function yearsAfter(instant: Date, years: number): Date {
  const later = new Date(instant);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}

const rootName = (company: Company): Name =>
  companyName(company, `${company.name} Signature Authority`);

const rootRequest = ({ keys, now }: AuthorityRequest, subject: Name): CertificateRequest => ({
  subject,
  publicKey: keys.authority.publicKey,
  ...lifetime(now, YEARS.root),
  extensions: [issuerConstraints(), keyUsage(KeyUsageFlags.keyCertSign, KeyUsageFlags.cRLSign)],
});

/** Key usage nonRepudiation only: type A of ETSI EN 319 412-2 § 4.3.2, by EN 319 412-3 § 4.3.1. */
const sealRequest = ({ company, keys, published, now }: AuthorityRequest): CertificateRequest => ({
  subject: NAMES.seal(company),
  publicKey: keys.seal.publicKey,
  ...lifetime(now, YEARS.seal),
  extensions: [
    endEntityConstraints(),
    keyUsage(KeyUsageFlags.nonRepudiation),
    extendedKeyUsage(DOCUMENT_SIGNING),
    policies(POLICIES.companySeal),
    ...publishedAt(published),
  ],
});

/** RFC 3161 § 2.3: timeStamping is the only extended key usage, and critical. */
const timestampRequest = (request: AuthorityRequest): CertificateRequest => ({
  subject: NAMES.timestamp(request.company),
  publicKey: request.keys.timestamp.publicKey,
  ...lifetime(request.now, YEARS.timestamp),
  extensions: [
    endEntityConstraints(),
    keyUsage(KeyUsageFlags.digitalSignature),
    extendedKeyUsage([id_kp_timeStamping], true),
    policies(POLICIES.ownTimestamp),
    ...publishedAt(request.published),
  ],
});

/** `notBefore` is a day in the past, for viewers whose clock is behind. */
function lifetime(now: Date, years: number): { notBefore: Date; notAfter: Date } {
  const notBefore = new Date(now);
  notBefore.setUTCDate(notBefore.getUTCDate() - 1);
  return { notBefore, notAfter: yearsAfter(notBefore, years) };
}
