import {
  AsnIntegerBigIntConverter,
  AsnObjectIdentifierConverter,
  AsnProp,
  AsnPropTypes,
} from '@peculiar/asn1-schema';
import { SubjectPublicKeyInfo } from '@peculiar/asn1-x509';
import { decode, encode } from '../asn1/der.ts';
import { equalBytes } from './digest.ts';

interface Curve {
  readonly namedCurve: string;
  /** Bytes of r and of s. */
  readonly size: number;
  /** Group order n (FIPS 186-5, SP 800-186 § 3.2.1). */
  readonly order: bigint;
  /** The curve's object identifier, DER. */
  readonly der: Uint8Array;
}

const curve = (namedCurve: string, size: number, identifier: string, order: string): Curve => ({
  namedCurve,
  size,
  order: BigInt(`0x${order}`),
  der: new Uint8Array(AsnObjectIdentifierConverter.toASN(identifier).toBER()),
});

const CURVES = [
  curve(
    'P-256',
    32,
    '1.2.840.10045.3.1.7',
    'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551',
  ),
  curve(
    'P-384',
    48,
    '1.3.132.0.34',
    'ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973',
  ),
  curve(
    'P-521',
    66,
    '1.3.132.0.35',
    `1${'f'.repeat(64)}fa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409`,
  ),
];

/** `Ecdsa-Sig-Value`, RFC 3279 §2.2.3. */
class EcdsaSignature {
  r = 0n;
  s = 0n;
}
for (const half of ['r', 's'] as const) {
  const options = { type: AsnPropTypes.Integer, converter: AsnIntegerBigIntConverter };
  AsnProp(options)(EcdsaSignature.prototype, half);
}

/** The curve of a SubjectPublicKeyInfo; undefined if it is not an EC key of a known curve. */
export function curveOf(spki: Uint8Array): Curve | undefined {
  const curve = curves.get(spki) ?? findCurve(spki);
  if (curve) curves.set(spki, curve);
  return curve;
}

const curves = new WeakMap<Uint8Array, Curve>();

function findCurve(spki: Uint8Array): Curve | undefined {
  const { parameters } = decode(spki, SubjectPublicKeyInfo).algorithm;
  return parameters
    ? CURVES.find(({ der }) => equalBytes(der, new Uint8Array(parameters)))
    : undefined;
}

/** r‖s, as WebCrypto expects, from a DER signature; undefined if it is not canonical DER. */
export function rawEcdsaSignature(der: Uint8Array, size: number): Uint8Array | undefined {
  const signature = decode(der, EcdsaSignature);
  if (!equalBytes(encode(signature), der)) return undefined;
  const [r, s] = [signature.r, signature.s].map((integer) => fixedSize(integer, size));
  return r && s ? Uint8Array.of(...r, ...s) : undefined;
}

function fixedSize(integer: bigint, size: number): Uint8Array | undefined {
  const digits = integer.toString(16).padStart(size * 2, '0');
  if (integer < 0n || digits.length > size * 2) return undefined;
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/**
 * The low-s form of an ECDSA signature. Anyone can turn (r, s) into (r, n − s), which verifies as well, so
 * only one form is accepted where no other signature covers the bytes. Signatures of other key types are
 * unique and returned unchanged.
 */
export function lowSSignature(signature: Uint8Array, spki: Uint8Array): Uint8Array {
  const { order } = curveOf(spki) ?? {};
  if (order === undefined) return signature;
  const { r, s } = decode(signature, EcdsaSignature);
  const lower = s > order / 2n ? order - s : s;
  return encode(Object.assign(new EcdsaSignature(), { r, s: lower }));
}
