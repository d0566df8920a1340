import type { Signer } from '../../pki/identity.ts';
import { equalBytes, owned, sha256, toHex } from '../../pki/signature/digest.ts';
import { rawEcdsaSignature } from '../../pki/signature/ecdsa.ts';
import { fromHex, PAYLOAD_SIZE, SIZES, takeApart, toDigits, VERSION } from './claim-form.ts';

/**
 * What the QR code on the certificate says: the file that the company sealed, and when. Whoever
 * holds the company's root can check a file against it with no network at all.
 */
export interface Claim {
  /** Bytes of the last revision before the seal: the file's first `length` bytes. */
  readonly length: number;
  /** SHA-256 of those bytes, hex. */
  readonly sha256: string;
  /** ISO 8601, to the second. */
  readonly at: string;
  /** The first six bytes (eight in the earlier form) of the SHA-256 of the seal key's SubjectPublicKeyInfo, hex. */
  readonly keyId: string;
}

/** What the claim of an envelope's file will say. */
export interface ClaimFacts extends Pick<Claim, 'length' | 'sha256'> {
  readonly envelopeId: string;
  readonly at: Date;
}

export interface ClaimKey {
  /** SubjectPublicKeyInfo of the seal's P-256 key, DER. */
  readonly publicKey: Uint8Array;
  readonly sign: Signer;
}

const P256_SIZE = 32;

/**
 * The claim as 270 decimal digits, which are the densest text that a QR code holds (ISO/IEC 18004
 * §7.4.3: ten bits for three digits): the big-endian number of version (1 byte), length (5),
 * SHA-256 (32), time in seconds (4), key id (6), then the raw P-256 signature r‖s (64). The
 * envelope's id is signed with it but stands outside: in the QR code it is in the address.
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
  if (!signature || payload.length !== PAYLOAD_SIZE) throw new Error('claim with a wrong part');
  return toDigits(Uint8Array.of(...payload, ...signature));
}

/** What the text claims, unchecked. Throws `ClaimError` if it has no form that a release wrote. */
export function readClaim(text: string): Claim {
  const { parts } = takeApart(text);
  return {
    length: toNumber(parts.length),
    sha256: toHex(parts.sha256),
    at: new Date(toNumber(parts.seconds) * 1000).toISOString(),
    keyId: toHex(parts.keyId),
  };
}

/** Whether the seal's key made this claim for this envelope. */
export async function verifyClaim(
  text: string,
  envelopeId: string,
  sealPublicKeySpki: Uint8Array,
): Promise<boolean> {
  const { payload, parts, signature } = takeApart(text);
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

/** The prefix keeps the signature from meaning anything elsewhere. */
const signedBytes = (envelopeId: string, payload: Uint8Array): Uint8Array =>
  Uint8Array.of(...new TextEncoder().encode(`sigillo claim ${envelopeId}\n`), ...payload);

const bigEndian = (value: number, size: number): Uint8Array =>
  fromHex(value.toString(16).padStart(size * 2, '0'));

const toNumber = (bytes: Uint8Array): number =>
  bytes.reduce((total, byte) => total * 256 + byte, 0);
