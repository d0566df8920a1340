import type { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { owned } from './digest.ts';
import { curveOf, rawEcdsaSignature } from './ecdsa.ts';
import { readPssParameters } from './rsa-pss.ts';

export type Digest = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** Accepted digests by OID; all others are refused as weak or unknown. */
export const DIGESTS: Readonly<Record<string, Digest>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

interface Scheme {
  readonly key: 'EC' | 'RSA' | 'PSS' | 'Ed25519';
  readonly digest?: Digest;
}

const ID_RSA = '1.2.840.113549.1.1.1';
/** Its digest is in its parameters. */
export const ID_RSA_PSS = '1.2.840.113549.1.1.10';

/** Signature algorithms by OID: scheme, and digest if the OID implies it. */
const SCHEMES: Readonly<Record<string, Scheme>> = {
  '1.2.840.10045.4.3.2': { key: 'EC', digest: 'SHA-256' },
  '1.2.840.10045.4.3.3': { key: 'EC', digest: 'SHA-384' },
  '1.2.840.10045.4.3.4': { key: 'EC', digest: 'SHA-512' },
  [ID_RSA]: { key: 'RSA' },
  '1.2.840.113549.1.1.11': { key: 'RSA', digest: 'SHA-256' },
  '1.2.840.113549.1.1.12': { key: 'RSA', digest: 'SHA-384' },
  '1.2.840.113549.1.1.13': { key: 'RSA', digest: 'SHA-512' },
  [ID_RSA_PSS]: { key: 'PSS' },
  // RFC 8419 § 3.1: in CMS, Ed25519 is used with SHA-512.
  '1.3.101.112': { key: 'Ed25519', digest: 'SHA-512' },
};

/** RSA PKCS #1 v1.5, whose parameters are NULL (RFC 3279 § 2.2.1, RFC 8017 appendix A.2.4). */
export const isRsa = (algorithm: string): boolean => SCHEMES[algorithm]?.key === 'RSA';

/** For RSA, the OID that includes the digest (RFC 5754 § 3.2) instead of `rsaEncryption`. */
export function canonicalAlgorithm(algorithm: string, digest: string): string {
  if (algorithm !== ID_RSA) return algorithm;
  const named = (name: string) => SCHEMES[name]?.digest === DIGESTS[digest] && isRsa(name);
  return Object.keys(SCHEMES).find(named) ?? algorithm;
}

const SMALLEST_RSA_MODULUS = 2048;

export interface SignatureToCheck {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly algorithm: AlgorithmIdentifier;
  /** For OIDs without a digest, such as `rsaEncryption` in CMS. */
  readonly digest?: Digest;
  readonly signature: Uint8Array;
  readonly data: Uint8Array;
}

/** Whether the signature is valid. False for weak, malformed or unknown algorithms. */
export async function isSignatureRight(check: SignatureToCheck): Promise<boolean> {
  const scheme = SCHEMES[check.algorithm.algorithm];
  const pss = scheme?.key === 'PSS' ? pssOf(check.algorithm) : undefined;
  const digest = scheme?.digest ?? (pss ? pss.digest : check.digest);
  if (!scheme || !digest || (check.digest && check.digest !== digest)) return false;
  if (scheme.key === 'EC') return isEcdsaRight(check, digest);
  if (scheme.key === 'Ed25519') return verifyBy(check, { name: 'Ed25519' });
  if (scheme.key === 'RSA') return isRsaRight(check, { name: 'RSASSA-PKCS1-v1_5' }, digest);
  return pss !== undefined && isRsaRight(check, { name: 'RSA-PSS', ...pss }, digest);
}

function pssOf({ parameters }: AlgorithmIdentifier) {
  const read = parameters ? readPssParameters(new Uint8Array(parameters)) : undefined;
  const digest = read && DIGESTS[read.digest];
  return read && digest && { digest, saltLength: read.saltLength };
}

async function isEcdsaRight(check: SignatureToCheck, hash: Digest): Promise<boolean> {
  const curve = curveOf(check.publicKey);
  const signature = curve && rawEcdsaSignature(check.signature, curve.size);
  if (!curve || !signature) return false;
  const algorithm = { name: 'ECDSA', namedCurve: curve.namedCurve };
  const key = await importKey(check.publicKey, algorithm);
  if (!key) return false;
  return crypto.subtle.verify({ name: 'ECDSA', hash }, key, owned(signature), owned(check.data));
}

async function isRsaRight(
  check: SignatureToCheck,
  scheme: { name: string; saltLength?: number },
  hash: Digest,
): Promise<boolean> {
  const key = await importKey(check.publicKey, { name: scheme.name, hash });
  if (!key || (key.algorithm as RsaHashedKeyAlgorithm).modulusLength < SMALLEST_RSA_MODULUS)
    return false;
  return crypto.subtle.verify(scheme, key, owned(check.signature), owned(check.data));
}

async function verifyBy(check: SignatureToCheck, algorithm: Algorithm): Promise<boolean> {
  const key = await importKey(check.publicKey, algorithm);
  if (!key) return false;
  return crypto.subtle.verify(algorithm, key, owned(check.signature), owned(check.data));
}

type ImportAlgorithm = EcKeyImportParams | RsaHashedImportParams | Algorithm;

/** Imported keys: an issuer's key verifies many signatures of a file. */
const imported = new WeakMap<Uint8Array, Map<string, Promise<CryptoKey | undefined>>>();

/** Undefined if the key does not fit the algorithm. */
function importKey(spki: Uint8Array, algorithm: ImportAlgorithm): Promise<CryptoKey | undefined> {
  const keys = imported.get(spki) ?? new Map<string, Promise<CryptoKey | undefined>>();
  imported.set(spki, keys);
  const kind = JSON.stringify(algorithm);
  const key = keys.get(kind) ?? importAs(spki, algorithm);
  keys.set(kind, key);
  return key;
}

const importAs = (spki: Uint8Array, algorithm: ImportAlgorithm): Promise<CryptoKey | undefined> =>
  crypto.subtle.importKey('spki', owned(spki), algorithm, false, ['verify']).catch(() => undefined);
