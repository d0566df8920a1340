import {
  BasicConstraints,
  type Extension,
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_ce_subjectAltName,
  KeyUsage,
  KeyUsageFlags,
} from '@peculiar/asn1-x509';
import { decode, encode } from './der.ts';
import { equalBytes } from './digest.ts';
import { issuerNameOf, publicKeyOf, readCertificate, subjectNameOf } from './read-certificate.ts';
import { isSignatureRight } from './verify-signature.ts';

/** Why a certificate cannot be relied on. */
export class PathError extends Error {
  override readonly name = 'PathError';
  readonly code: 'untrusted' | 'expired' | 'invalid';

  constructor(code: PathError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export interface Trust {
  /** Certificates that are trusted as they are, DER. */
  roots: readonly Uint8Array[];
  /** The instant at which every certificate of the path must have been valid. */
  at: Date;
}

const LONGEST_PATH = 5;

/** Extensions that are processed here, so that they may be critical (RFC 5280 §4.2). */
const PROCESSED = new Set<string>([
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectAltName,
]);

/**
 * The path from the certificate to a root, DER, by RFC 5280 §6: signatures, names, validity at the
 * given instant, issuers' constraints, no unknown critical extension. Throws `PathError`.
 */
export const buildPath = async (
  certificate: Uint8Array,
  pool: readonly Uint8Array[],
  { roots, at }: Trust,
): Promise<Uint8Array[]> => {
  const path = [certificate];
  for (let current = certificate; ; path.push(current)) {
    checkValidity(current, at);
    checkExtensions(current);
    if (roots.some((root) => equalBytes(root, current))) return path;
    if (path.length > LONGEST_PATH) throw new PathError('untrusted', 'the path is too long');
    current = await findIssuer(current, [...roots, ...pool]);
    checkIssuer(current, path.length - 1);
  }
};

const findIssuer = async (
  subject: Uint8Array,
  candidates: readonly Uint8Array[],
): Promise<Uint8Array> => {
  for (const candidate of candidates) {
    const itself = equalBytes(candidate, subject);
    if (!itself && (await isIssuedBy(subject, candidate))) return candidate;
  }
  throw new PathError('untrusted', 'no trusted issuer was found');
};

/** Whether the issuer's name and key stand behind the certificate. */
export const isIssuedBy = async (subject: Uint8Array, issuer: Uint8Array): Promise<boolean> => {
  const certificate = readCertificate(subject);
  if (!equalBytes(issuerNameOf(subject), subjectNameOf(issuer))) return false;
  const { signature } = certificate.tbsCertificate;
  if (!equalBytes(encode(signature), encode(certificate.signatureAlgorithm))) return false;
  return isSignatureRight({
    publicKey: publicKeyOf(issuer),
    algorithm: certificate.signatureAlgorithm,
    signature: new Uint8Array(certificate.signatureValue),
    data: new Uint8Array(certificate.tbsCertificateRaw ?? new ArrayBuffer(0)),
  });
};

const checkValidity = (der: Uint8Array, at: Date): void => {
  const { notBefore, notAfter } = readCertificate(der).tbsCertificate.validity;
  if (at < notBefore.getTime() || at > notAfter.getTime())
    throw new PathError('expired', 'a certificate was not valid at the time of the signature');
};

/** Name constraints must be critical; where one is not, it would still have to be heeded. */
const checkExtensions = (der: Uint8Array): void => {
  const unknown = extensionsOf(der).find(
    ({ critical, extnID }) =>
      extnID === id_ce_nameConstraints || (critical && !PROCESSED.has(extnID)),
  );
  if (unknown) throw new PathError('invalid', `extension ${unknown.extnID} is not understood`);
};

/** `below` counts the issuers between this one and the end entity (RFC 5280 §4.2.1.9). */
const checkIssuer = (der: Uint8Array, below: number): void => {
  const basic = extensionValue(der, id_ce_basicConstraints);
  const { cA, pathLenConstraint } = basic ? decode(basic, BasicConstraints) : { cA: false };
  const usage = extensionValue(der, id_ce_keyUsage);
  const maySign = !usage || decode(usage, KeyUsage).toNumber() & KeyUsageFlags.keyCertSign;
  if (!cA || !maySign || below > (pathLenConstraint ?? LONGEST_PATH))
    throw new PathError('invalid', 'a certificate was issued by one that may not issue');
};

const extensionsOf = (der: Uint8Array): readonly Extension[] =>
  readCertificate(der).tbsCertificate.extensions ?? [];

/** The DER inside an extension of the certificate. */
export const extensionValue = (der: Uint8Array, identifier: string): Uint8Array | undefined => {
  const found = extensionsOf(der).find(({ extnID }) => extnID === identifier);
  return found && new Uint8Array(found.extnValue.buffer);
};
