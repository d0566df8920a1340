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
  Version,
} from '@peculiar/asn1-x509';
import { decode, encode } from '../asn1/der.ts';
import {
  issuerNameOf,
  publicKeyOf,
  readCertificate,
  subjectNameOf,
} from '../certificate/read-certificate.ts';
import { isValidAt } from '../certificate/validity.ts';
import { equalBytes, isAmong } from '../signature/digest.ts';
import { isSignatureRight } from '../signature/verify-signature.ts';

/** A certificate is not trusted, expired or invalid. */
export class PathError extends Error {
  override readonly name = 'PathError';
  readonly code: 'untrusted' | 'expired' | 'invalid';

  constructor(code: PathError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export interface Trust {
  /** Trust anchors, DER. */
  readonly roots: readonly Uint8Array[];
  /** The time at which every certificate of the path must be valid. */
  readonly at: Date;
}

const MAX_PATH_LENGTH = 5;

/** Extensions processed here, which may therefore be critical (RFC 5280 § 4.2). */
const PROCESSED = new Set<string>([
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectAltName,
]);

/** Bounds the signature checks of one search, since many certificates may share a name. */
const MAX_SIGNATURES = 100;

/**
 * Builds the path from the certificate to a root (DER) by RFC 5280 § 6: signatures, names, validity at `at`,
 * issuer constraints, no unknown critical extension. Prefers the first path through all wanted certificates,
 * else the first found; roots are tried first. Throws `PathError`.
 */
export async function buildPath(
  certificate: Uint8Array,
  pool: readonly Uint8Array[],
  trust: Trust,
  wanted: readonly Uint8Array[] = [],
): Promise<readonly Uint8Array[]> {
  const search = new PathSearch(pool, trust);
  let first: readonly Uint8Array[] | undefined;
  for await (const path of search.from([certificate])) {
    if (wanted.every((each) => isAmong(path, each))) return path;
    first ??= path;
  }
  if (!first) throw search.failure;
  return first;
}

class PathSearch {
  /** The reason reported if no path is found. */
  failure = new PathError('untrusted', 'no trusted issuer was found');
  readonly #candidates: readonly Uint8Array[];
  readonly #trust: Trust;
  #signatures = 0;

  constructor(pool: readonly Uint8Array[], trust: Trust) {
    this.#candidates = [...trust.roots, ...pool];
    this.#trust = trust;
  }

  /** Depth-first: every path that begins with `path`, roots first. */
  async *from(path: readonly Uint8Array[]): AsyncGenerator<readonly Uint8Array[]> {
    const current = path.at(-1)!;
    if (!this.#accepts(current, path.slice(1, -1), path.length > 1)) return;
    if (isAmong(this.#trust.roots, current)) yield path;
    if (path.length > MAX_PATH_LENGTH) return;
    for (const candidate of this.#candidates)
      if (!path.some((each) => isSameHolder(each, candidate)))
        if (await this.#isIssuedBy(current, candidate)) yield* this.from([...path, candidate]);
  }

  #accepts(der: Uint8Array, between: readonly Uint8Array[], isIssuer: boolean): boolean {
    try {
      if (isIssuer) checkIssuer(der, between);
      checkValidity(der, this.#trust.at);
      checkExtensions(der);
      return true;
    } catch (error) {
      if (!(error instanceof PathError)) throw error;
      if (this.failure.code === 'untrusted') this.failure = error;
      return false;
    }
  }

  async #isIssuedBy(subject: Uint8Array, issuer: Uint8Array): Promise<boolean> {
    if (!equalBytes(issuerNameOf(subject), subjectNameOf(issuer))) return false;
    return ++this.#signatures <= MAX_SIGNATURES && isIssuedBy(subject, issuer);
  }
}

/** Compares name and key, since a path must not contain the same subject and key twice. */
const isSameHolder = (left: Uint8Array, right: Uint8Array): boolean =>
  equalBytes(subjectNameOf(left), subjectNameOf(right)) &&
  equalBytes(publicKeyOf(left), publicKeyOf(right));

/** Whether the issuer's name matches and its key verifies the certificate's signature. */
export async function isIssuedBy(subject: Uint8Array, issuer: Uint8Array): Promise<boolean> {
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
}

function checkValidity(der: Uint8Array, at: Date): void {
  if (!isValidAt(der, at))
    throw new PathError('expired', 'a certificate was not valid at the time of the signature');
}

/**
 * Only version 3 has extensions, each at most once (RFC 5280 § 4.1.2.1, § 4.2). Name constraints are not
 * supported, so they are refused even if not marked critical.
 */
function checkExtensions(der: Uint8Array): void {
  const isOld = readCertificate(der).tbsCertificate.version !== Version.v3;
  if ((isOld && extensionsOf(der).length > 0) || hasDuplicates(extensionsOf(der)))
    throw new PathError('invalid', 'duplicate extensions, or extensions below version 3');
  const unknown = extensionsOf(der).find(
    ({ critical, extnID }) =>
      extnID === id_ce_nameConstraints || (critical && !PROCESSED.has(extnID)),
  );
  if (unknown) throw new PathError('invalid', `extension ${unknown.extnID} is not supported`);
}

/**
 * `between`: the issuers between this one and the end entity; self-issued ones do not count towards
 * pathLenConstraint (RFC 5280 § 4.2.1.9).
 */
function checkIssuer(der: Uint8Array, between: readonly Uint8Array[]): void {
  const basic = extensionValue(der, id_ce_basicConstraints);
  const { cA, pathLenConstraint } = basic ? decode(basic, BasicConstraints) : { cA: false };
  const usage = extensionValue(der, id_ce_keyUsage);
  const maySign = !usage || decode(usage, KeyUsage).toNumber() & KeyUsageFlags.keyCertSign;
  const below = between.filter((each) => !isSelfIssued(each)).length;
  if (!cA || !maySign || below > (pathLenConstraint ?? MAX_PATH_LENGTH))
    throw new PathError('invalid', 'the issuer is not a CA');
}

/** Whether an extension occurs more than once, which leaves open which one applies. */
export const hasDuplicates = (extensions: readonly Extension[]): boolean =>
  new Set(extensions.map(({ extnID }) => extnID)).size < extensions.length;

const isSelfIssued = (der: Uint8Array): boolean =>
  equalBytes(issuerNameOf(der), subjectNameOf(der));

const extensionsOf = (der: Uint8Array): readonly Extension[] =>
  readCertificate(der).tbsCertificate.extensions ?? [];

/** The extension's value (DER); undefined if absent. */
export function extensionValue(der: Uint8Array, identifier: string): Uint8Array | undefined {
  const found = extensionsOf(der).find(({ extnID }) => extnID === identifier);
  return found && new Uint8Array(found.extnValue.buffer);
}
