import { id_kp_timeStamping, KeyUsageFlags, type Name } from '@peculiar/asn1-x509';
import { type CertificateRequest, issueCertificate } from './certificate.ts';
import { companyName } from './distinguished-name.ts';
import {
  DOCUMENT_SIGNING,
  endEntityConstraints,
  extendedKeyUsage,
  issuerConstraints,
  keyUsage,
  type Published,
  policies,
  publishedAt,
} from './extensions.ts';
import type { Signer } from './identity.ts';
import type { Issuer } from './issuer.ts';
import { POLICIES } from './policies.ts';

/** A key that stays where it is: its SubjectPublicKeyInfo in DER, and a way to sign with it. */
export interface ManagedKey {
  publicKey: Uint8Array;
  sign: Signer;
}

export interface Company {
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Semantics of ETSI EN 319 412-1 §5.1.4, such as `VATIT-01234567890`. */
  identifier?: string | undefined;
}

export interface AuthorityRequest {
  company: Company;
  /** The authority's key is P-256; the seal's and the timestamp's may be RSA. */
  keys: { authority: ManagedKey; seal: ManagedKey; timestamp: ManagedKey };
  published: Published;
  now: Date;
}

/** Certificates, DER. */
export interface Authority {
  root: Uint8Array;
  seal: Uint8Array;
  timestamp: Uint8Array;
}

/**
 * The root outlives the timestamps, and they the seal, so that evidence of the last day of a
 * seal's life still stands for the default ten years of keeping.
 */
const YEARS = { root: 30, seal: 10, timestamp: 20 } as const;

/** Makes the company's own authority: a self-signed root, and the two keys it certifies. */
export const createAuthority = async (request: AuthorityRequest): Promise<Authority> => {
  const { company, keys } = request;
  const name = rootName(company);
  const issuer: Issuer = { name, ...keys.authority };
  const [root, seal, timestamp] = await Promise.all([
    issueCertificate(issuer, rootRequest(request, name)),
    issueCertificate(issuer, sealRequest(request)),
    issueCertificate(issuer, timestampRequest(request)),
  ]);
  return { root, seal, timestamp };
};

const rootName = (company: Company): Name =>
  companyName(company, `${company.name} Signature Authority`);

const rootRequest = ({ keys, now }: AuthorityRequest, subject: Name): CertificateRequest => ({
  subject,
  publicKey: keys.authority.publicKey,
  ...lifetime(now, YEARS.root),
  extensions: [issuerConstraints(), keyUsage(KeyUsageFlags.keyCertSign, KeyUsageFlags.cRLSign)],
});

/** Key usage is nonRepudiation alone: type A of ETSI EN 319 412-2 §4.3.2, by EN 319 412-3 §4.3.1. */
const sealRequest = ({ company, keys, published, now }: AuthorityRequest): CertificateRequest => ({
  subject: companyName(company),
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

/** RFC 3161 §2.3: the one key purpose of a timestamp key is timeStamping, and it is critical. */
const timestampRequest = (request: AuthorityRequest): CertificateRequest => ({
  subject: companyName(request.company, `${request.company.name} Timestamps`),
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

/** From a day before, for viewers whose clock is behind. */
const lifetime = (now: Date, years: number): { notBefore: Date; notAfter: Date } => {
  const notBefore = new Date(now);
  notBefore.setUTCDate(notBefore.getUTCDate() - 1);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + years);
  return { notBefore, notAfter };
};
