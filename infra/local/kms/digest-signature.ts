import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  privateEncrypt,
  publicDecrypt,
  timingSafeEqual,
} from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';

/** DER prefixes of DigestInfo (RFC 8017 §9.2, note 1) by digest length in bits. */
const digestInfo: Record<string, string> = {
  '256': '3031300d060960864801650304020105000420',
  '384': '3041300d060960864801650304020205000430',
  '512': '3051300d060960864801650304020305000440',
};

const bitsOf = (algorithm: string) => algorithm.slice(-3);

/** Length in bytes of the digest that an algorithm such as ECDSA_SHA_256 signs. */
export const digestLength = (algorithm: string): number => Number(bitsOf(algorithm)) / 8;

export const digestFor = (algorithm: string, message: Buffer): Buffer =>
  createHash(`sha${bitsOf(algorithm)}`)
    .update(message)
    .digest();

/** node:crypto cannot sign a ready digest with ECDSA, hence the curve library. */
const ecdsa = { prehash: false, format: 'der', lowS: false } as const;

const padding = constants.RSA_PKCS1_PADDING;

const encodeDigest = (algorithm: string, digest: Buffer) =>
  Buffer.concat([Buffer.from(digestInfo[bitsOf(algorithm)] ?? '', 'hex'), digest]);

export const toPrivateKey = (material: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(material, 'base64'), format: 'der', type: 'pkcs8' });

/** Signs a ready digest: DER Ecdsa-Sig-Value, or PKCS#1 v1.5 (RFC 8017 §8.2). */
export function signDigest(key: KeyObject, algorithm: string, digest: Buffer): Buffer {
  if (!algorithm.startsWith('ECDSA'))
    return privateEncrypt({ key, padding }, encodeDigest(algorithm, digest));
  const secret = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url');
  return Buffer.from(p256.sign(digest, secret, ecdsa));
}

function uncompressedPoint(key: KeyObject) {
  const { x = '', y = '' } = createPublicKey(key).export({ format: 'jwk' });
  return Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
}

const sameBytes = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);

/** Verifies `signature` over `digest`; a malformed signature is an invalid one. */
export function verifyDigest(
  key: KeyObject,
  algorithm: string,
  digest: Buffer,
  signature: Buffer,
): boolean {
  try {
    if (algorithm.startsWith('ECDSA'))
      return p256.verify(signature, digest, uncompressedPoint(key), ecdsa);
    const opened = publicDecrypt({ key: createPublicKey(key), padding }, signature);
    return sameBytes(opened, encodeDigest(algorithm, digest));
  } catch {
    return false;
  }
}
