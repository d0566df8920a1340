import { type Extension, KeyUsageFlags } from '@peculiar/asn1-x509';
import { encode, encoded } from '../asn1/der.ts';
import { toName } from '../certificate/distinguished-name.ts';
import {
  DOCUMENT_SIGNING,
  endEntityConstraints,
  extendedKeyUsage,
  keyUsage,
  type Published,
  policies,
  publishedAt,
  subjectEmail,
  validityAssured,
} from '../certificate/extensions.ts';
import { issueCertificate } from '../certificate/issue-certificate.ts';
import { issuerOf } from '../certificate/issuer.ts';
import { POLICIES } from '../certificate/policies.ts';
import type { Random, Signer, SigningIdentity } from '../identity.ts';
import type { Company, ManagedKey } from './authority.ts';

const LIFETIME = 24 * 3_600_000;
/** Outside timestamp authorities have clocks of their own. */
const CLOCK_TOLERANCE = 5 * 60_000;

export interface OneTimeRequest {
  /** The person's own name, as the sender and the person agreed on it. */
  readonly name: string;
  /** Tells the person from others of that name: printable ASCII, at most 64 (X.520 §6.2.9). */
  readonly serialNumber: string;
  /** Where the code went by e-mail. */
  readonly email?: string;
  readonly company: Company;
  /** The root's certificate, DER, and its P-256 key. */
  readonly authority: { readonly root: Uint8Array; readonly sign: Signer };
  readonly published: Published;
  readonly now: Date;
  readonly random: Random;
}

/**
 * A person's identity for exactly one signature: a certificate of 24 hours (ETSI EN 319 412-1 §5.2,
 * EN 319 412-2) for a P-256 key that was made for it, and is let go by its first use. A second
 * signature throws.
 */
export const issueOneTimeIdentity = async (
  request: OneTimeRequest,
  { publicKey, sign }: ManagedKey,
): Promise<SigningIdentity> => ({
  certificate: await certify(request, publicKey),
  chain: [request.authority.root],
  algorithm: 'ecdsa-sha256',
  sign: signOnce(sign),
});

function certify({ authority, ...request }: OneTimeRequest, publicKey: Uint8Array) {
  const notBefore = new Date(request.now.getTime() - CLOCK_TOLERANCE);
  const certificate = {
    subject: toName({
      country: request.company.country,
      commonName: request.name,
      serialNumber: request.serialNumber,
    }),
    publicKey,
    notBefore,
    notAfter: new Date(notBefore.getTime() + LIFETIME),
    extensions: personExtensions(request),
  };
  const issuer = issuerOf(authority.root, authority.sign);
  return issueCertificate(issuer, certificate, request.random);
}

/** Key usage is nonRepudiation alone: type A of ETSI EN 319 412-2 §4.3.2. */
const personExtensions = ({ email, published }: Pick<OneTimeRequest, 'email' | 'published'>) => [
  ...everyPersonsExtensions(),
  ...publishedAt(published),
  ...(email ? [subjectEmail(email)] : []),
];

let everyPersons: readonly Extension[] | undefined;
function everyPersonsExtensions(): readonly Extension[] {
  everyPersons ??= [
    endEntityConstraints(),
    keyUsage(KeyUsageFlags.nonRepudiation),
    extendedKeyUsage(DOCUMENT_SIGNING),
    policies(POLICIES.oneTimeSignature),
    validityAssured(),
  ].map((extension) => encoded<Extension>(encode(extension)));
  return everyPersons;
}

function signOnce(key: Signer): Signer {
  let unused: Signer | undefined = key;
  return async (bytes) => {
    if (!unused) throw new Error('a one-time key has already signed');
    const sign = unused;
    unused = undefined;
    return sign(bytes);
  };
}
