import { equalBytes, owned, sha256, toHex } from '../pki/digest.ts';
import { rawEcdsaSignature } from '../pki/ecdsa.ts';
import type { Signer } from '../pki/identity.ts';

/**
 * What the QR code on the certificate says: the file that the company sealed, and when. Whoever
 * holds the company's root can check a file against it with no network at all.
 */
export interface Claim {
  /** Bytes of the last revision before the seal: the file's first `length` bytes. */
  length: number;
  /** SHA-256 of those bytes, hex. */
  sha256: string;
  /** ISO 8601, to the second. */
  at: string;
  /** The first six bytes of the SHA-256 of the seal key's SubjectPublicKeyInfo, hex. */
  keyId: string;
}

export interface ClaimKey {
  /** SubjectPublicKeyInfo of the seal's P-256 key, DER. */
  publicKey: Uint8Array;
  sign: Signer;
}

/** A text that is no claim of this version. */
export class ClaimError extends Error {
  override readonly name = 'ClaimError';
}

const VERSION = 1;
/** Seconds in four bytes last until 2106. */
const SIZES = { version: 1, length: 5, sha256: 32, seconds: 4, keyId: 6 } as const;
const PAYLOAD_SIZE = Object.values(SIZES).reduce((total, size) => total + size, 0);
const SIGNATURE_SIZE = 64;
const P256_SIZE = 32;
/** As many decimal digits as the largest number of so many bytes has. */
const DIGITS = Math.ceil((PAYLOAD_SIZE + SIGNATURE_SIZE) * Math.log10(256));

/**
 * The claim as 270 decimal digits, which are the densest text that a QR code holds (ISO/IEC 18004
 * §7.4.3: ten bits for three digits): the big-endian number of version (1 byte), length (5),
 * SHA-256 (32), time in seconds (4), key id (6), then the raw P-256 signature r‖s (64). The
 * envelope's id is signed with it but stands outside: in the QR code it is in the address.
 */
export const createClaim = async (
  facts: { envelopeId: string; length: number; sha256: string; at: Date },
  key: ClaimKey,
): Promise<string> => {
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
};

/** What the text claims, unchecked. Throws `ClaimError` if it is not of this form. */
export const readClaim = (text: string): Claim => {
  const { payload } = takeApart(text);
  const part = partsOf(payload);
  return {
    length: toNumber(part.length),
    sha256: toHex(part.sha256),
    at: new Date(toNumber(part.seconds) * 1000).toISOString(),
    keyId: toHex(part.keyId),
  };
};

/** Whether the seal's key made this claim for this envelope. */
export const verifyClaim = async (
  text: string,
  envelopeId: string,
  sealPublicKeySpki: Uint8Array,
): Promise<boolean> => {
  const { payload, signature } = takeApart(text);
  const keyId = await keyIdOf(sealPublicKeySpki);
  if (!equalBytes(partsOf(payload).keyId, keyId)) return false;
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await crypto.subtle.importKey('spki', owned(sealPublicKeySpki), curve, false, [
    'verify',
  ]);
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const data = signedBytes(envelopeId, payload);
  return crypto.subtle.verify(algorithm, key, owned(signature), owned(data));
};

/** The address in the QR code; the fragment never reaches a server. */
export const claimUrl = (verifierUrl: string, envelopeId: string, claim: string): string =>
  `${verifierUrl.replace(/\/$/, '')}/v/${envelopeId}#${claim}`;

const keyIdOf = async (spki: Uint8Array): Promise<Uint8Array> =>
  (await sha256(spki)).subarray(0, SIZES.keyId);

/** The prefix keeps the signature from meaning anything elsewhere. */
const signedBytes = (envelopeId: string, payload: Uint8Array): Uint8Array =>
  Uint8Array.of(...new TextEncoder().encode(`sigillo claim ${envelopeId}\n`), ...payload);

const takeApart = (text: string): { payload: Uint8Array; signature: Uint8Array } => {
  const bytes = fromDigits(text);
  if (bytes[0] !== VERSION) throw new ClaimError('not a claim of this version');
  return { payload: bytes.subarray(0, PAYLOAD_SIZE), signature: bytes.subarray(PAYLOAD_SIZE) };
};

const partsOf = (payload: Uint8Array): Record<keyof typeof SIZES, Uint8Array> => {
  const reader = { at: 0 };
  const take = (size: number) => {
    reader.at += size;
    return payload.subarray(reader.at - size, reader.at);
  };
  return {
    version: take(SIZES.version),
    length: take(SIZES.length),
    sha256: take(SIZES.sha256),
    seconds: take(SIZES.seconds),
    keyId: take(SIZES.keyId),
  };
};

const bigEndian = (value: number, size: number): Uint8Array =>
  fromHex(value.toString(16).padStart(size * 2, '0'));

const toNumber = (bytes: Uint8Array): number =>
  bytes.reduce((total, byte) => total * 256 + byte, 0);

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const toDigits = (bytes: Uint8Array): string =>
  BigInt(`0x${toHex(bytes)}`)
    .toString()
    .padStart(DIGITS, '0');

const fromDigits = (text: string): Uint8Array => {
  if (text.length !== DIGITS || !/^\d+$/.test(text)) throw new ClaimError('not a claim');
  const size = PAYLOAD_SIZE + SIGNATURE_SIZE;
  const hex = BigInt(text)
    .toString(16)
    .padStart(size * 2, '0');
  if (hex.length > size * 2) throw new ClaimError('a larger number than a claim can be');
  return fromHex(hex);
};
