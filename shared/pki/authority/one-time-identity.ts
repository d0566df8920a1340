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
/** Milliseconds; the clocks of outside timestamp authorities differ from ours. */
const CLOCK_TOLERANCE = 5 * 60_000;

export interface OneTimeRequest {
  /** The person's name, as entered by the sender. */
  readonly name: string;
  /** Distinguishes persons of the same name: printable ASCII, at most 64 characters (X.520 § 6.2.9). */
  readonly serialNumber: string;
  /** Present if the code was sent by e-mail. */
  readonly email?: string;
  readonly company: Company;
  /** The root certificate (DER) and its P-256 key. */
  readonly authority: { readonly root: Uint8Array; readonly sign: Signer };
  readonly published: Published;
  readonly now: Date;
  readonly random: Random;
}

/**
 * A person's identity for one signature: a 24-hour certificate (ETSI EN 319 412-1 § 5.2, EN 319 412-2) for a
 * new P-256 key, which is discarded after its first use. Signing a second time throws.
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

/** Key usage nonRepudiation only: type A of ETSI EN 319 412-2 § 4.3.2. */
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
    if (!unused) throw new Error('the one-time key was already used');
    const sign = unused;
    unused = undefined;
    return sign(bytes);
  };
}
