import { createECDH, type ECDH } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import { AsnObjectIdentifierConverter } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, KeyUsageFlags, SubjectPublicKeyInfo } from '@peculiar/asn1-x509';
import type { Company } from './authority.ts';
import { issueCertificate } from './certificate.ts';
import { bufferOf, encode } from './der.ts';
import { toName } from './distinguished-name.ts';
import {
  DOCUMENT_SIGNING,
  endEntityConstraints,
  extendedKeyUsage,
  keyUsage,
  policies,
  revocationListAt,
  subjectEmail,
  validityAssured,
} from './extensions.ts';
import type { DigestSigner, SigningIdentity } from './identity.ts';
import { POLICIES } from './policies.ts';
import { readCertificate } from './read-certificate.ts';

const ID_EC_PUBLIC_KEY = '1.2.840.10045.2.1';
const ID_P256 = '1.2.840.10045.3.1.7';

const LIFETIME = 24 * 3_600_000;
/** Outside timestamp authorities have clocks of their own. */
const CLOCK_TOLERANCE = 5 * 60_000;

export interface OneTimeRequest {
  /** The person's own name, as the sender and the person agreed on it. */
  name: string;
  /** Where the code went by e-mail. */
  email?: string;
  company: Company;
  /** The root's certificate, DER, and its P-256 key. */
  authority: { root: Uint8Array; signDigest: DigestSigner };
  crlUrl: string;
  now: Date;
}

/**
 * A person's identity for exactly one signature: a P-256 key made in memory and wiped by its
 * first use, and a certificate of 24 hours (ETSI EN 319 412-1 §5.2, EN 319 412-2). A second
 * signature throws.
 */
export const issueOneTimeIdentity = async (request: OneTimeRequest): Promise<SigningIdentity> => {
  const pair = createECDH('prime256v1');
  const publicKey = publicKeyInfo(pair.generateKeys());
  return {
    certificate: await certify(request, publicKey),
    chain: [request.authority.root],
    algorithm: 'ecdsa-sha256',
    signDigest: signOnce(secretOf(pair)),
  };
};

const certify = ({ authority, ...request }: OneTimeRequest, publicKey: Uint8Array) => {
  const root = readCertificate(authority.root).tbsCertificate;
  const issuer = {
    name: root.subject,
    publicKey: encode(root.subjectPublicKeyInfo),
    signDigest: authority.signDigest,
  };
  const notBefore = new Date(request.now.getTime() - CLOCK_TOLERANCE);
  return issueCertificate(issuer, {
    subject: toName({ country: request.company.country, commonName: request.name }),
    publicKey,
    notBefore,
    notAfter: new Date(notBefore.getTime() + LIFETIME),
    extensions: personExtensions(request),
  });
};

/** Key usage is nonRepudiation alone: type A of ETSI EN 319 412-2 §4.3.2. */
const personExtensions = ({ email, crlUrl }: Pick<OneTimeRequest, 'email' | 'crlUrl'>) => [
  endEntityConstraints(),
  keyUsage(KeyUsageFlags.nonRepudiation),
  extendedKeyUsage(DOCUMENT_SIGNING),
  policies(POLICIES.oneTimeSignature),
  validityAssured(),
  revocationListAt(crlUrl),
  ...(email ? [subjectEmail(email)] : []),
];

/** As 32 bytes: OpenSSL leaves leading zeros out. */
const secretOf = (pair: ECDH): Uint8Array => {
  const secret = pair.getPrivateKey();
  const padded = new Uint8Array(32);
  padded.set(secret, 32 - secret.length);
  secret.fill(0);
  return padded;
};

const publicKeyInfo = (point: Uint8Array): Uint8Array =>
  encode(
    new SubjectPublicKeyInfo({
      algorithm: new AlgorithmIdentifier({
        algorithm: ID_EC_PUBLIC_KEY,
        parameters: AsnObjectIdentifierConverter.toASN(ID_P256).toBER(),
      }),
      subjectPublicKey: bufferOf(point),
    }),
  );

const signOnce = (secretKey: Uint8Array): DigestSigner => {
  let used = false;
  return async (sha256) => {
    if (used) throw new Error('a one-time key has already signed');
    used = true;
    const signature = p256.sign(sha256, secretKey, { prehash: false, format: 'der' });
    secretKey.fill(0);
    return signature;
  };
};
