import type { Signer } from '../../pki/identity.ts';
import { equalBytes, owned, sha256, toHex } from '../../pki/signature/digest.ts';
import { rawEcdsaSignature } from '../../pki/signature/ecdsa.ts';
import { fromHex, PAYLOAD_SIZE, SIZES, splitClaim, toDigits, VERSION } from './claim-form.ts';

/**
 * Content of the certificate's QR code: which file the company sealed, and when. Can be verified offline with
 * the company's root.
 */
export interface Claim {
  /** Bytes of the last revision before the seal. */
  readonly length: number;
  /** SHA-256 of those bytes, hexadecimal. */
  readonly sha256: string;
  /** ISO 8601, whole seconds. */
  readonly at: string;
  /**
   * First six bytes (eight in the first form) of the SHA-256 of the seal key's SubjectPublicKeyInfo,
   * hexadecimal.
   */
  readonly keyId: string;
}

/** Facts of which the claim is made. */
export interface ClaimFacts extends Pick<Claim, 'length' | 'sha256'> {
  readonly envelopeId: string;
  readonly at: Date;
}

export interface ClaimKey {
  /** SubjectPublicKeyInfo (DER) of the seal's P-256 key. */
  readonly publicKey: Uint8Array;
  readonly sign: Signer;
}

const P256_SIZE = 32;

/**
 * Creates a claim: 270 decimal digits, the densest content of a QR code (ISO/IEC 18004 § 7.4.3: ten bits for
 * three digits). They are one big-endian number: version (1 byte), length (5), SHA-256 (32), time in epoch
 * seconds (4), key id (6), raw P-256 signature r‖s (64). The envelope id is signed too but not contained; in
 * the QR code it is in the URL.
 */
export async function createClaim(facts: ClaimFacts, key: ClaimKey): Promise<string> {
  const payload = Uint8Array.of(
    VERSION,
    ...bigEndian(facts.length, SIZES.length),
    ...fromHex(facts.sha256),
    ...bigEndian(Math.floor(facts.at.getTime() / 1000), SIZES.seconds),
    ...(await keyIdOf(key.publicKey)),
  );
  const der = await key.sign(signedBytes(facts.envelopeId, payload));
  const signature = rawEcdsaSignature(der, P256_SIZE);
  if (!signature || payload.length !== PAYLOAD_SIZE) throw new Error('invalid claim part');
  return toDigits(Uint8Array.of(...payload, ...signature));
}

/** Parses a claim without verifying it. Throws `ClaimError` for an unknown form. */
export function readClaim(text: string): Claim {
  const { parts } = splitClaim(text);
  return {
    length: toNumber(parts.length),
    sha256: toHex(parts.sha256),
    at: new Date(toNumber(parts.seconds) * 1000).toISOString(),
    keyId: toHex(parts.keyId),
  };
}

/** Whether the claim is signed by the seal key for this envelope. */
export async function verifyClaim(
  text: string,
  envelopeId: string,
  sealPublicKeySpki: Uint8Array,
): Promise<boolean> {
  const { payload, parts, signature } = splitClaim(text);
  const keyId = await keyIdOf(sealPublicKeySpki, parts.keyId.length);
  if (!equalBytes(parts.keyId, keyId)) return false;
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await crypto.subtle.importKey('spki', owned(sealPublicKeySpki), curve, false, [
    'verify',
  ]);
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const data = signedBytes(envelopeId, payload);
  return crypto.subtle.verify(algorithm, key, owned(signature), owned(data));
}

const keyIdOf = async (spki: Uint8Array, size: number = SIZES.keyId): Promise<Uint8Array> =>
  (await sha256(spki)).subarray(0, size);

/** The prefix separates these signatures from others by the same key. */
const signedBytes = (envelopeId: string, payload: Uint8Array): Uint8Array =>
  Uint8Array.of(...new TextEncoder().encode(`sigillo claim ${envelopeId}\n`), ...payload);

const bigEndian = (value: number, size: number): Uint8Array =>
  fromHex(value.toString(16).padStart(size * 2, '0'));

const toNumber = (bytes: Uint8Array): number =>
  bytes.reduce((total, byte) => total * 256 + byte, 0);
