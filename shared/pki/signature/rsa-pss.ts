import { AsnProp, AsnPropTypes } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { decode, encode, encodeAny } from '../asn1/der.ts';

const ID_MGF1 = '1.2.840.113549.1.1.8';
const DEFAULT_SALT_LENGTH = 20;

/** `RSASSA-PSS-params` (RFC 4055 § 3.1); omitted members mean SHA-1, which is not accepted. */
class PssParameters {
  hash?: AlgorithmIdentifier;
  mask?: AlgorithmIdentifier;
  saltLength = DEFAULT_SALT_LENGTH;
  trailer = 1;
}
const property = (name: keyof PssParameters, options: Parameters<typeof AsnProp>[0]) =>
  AsnProp(options)(PssParameters.prototype, name);
property('hash', { type: AlgorithmIdentifier, context: 0, optional: true });
property('mask', { type: AlgorithmIdentifier, context: 1, optional: true });
const { Integer } = AsnPropTypes;
property('saltLength', { type: Integer, context: 2, defaultValue: DEFAULT_SALT_LENGTH });
property('trailer', { type: Integer, context: 3, defaultValue: 1 });

/** Digest (OID) and salt length in bytes; undefined if the two digests differ or are not supported. */
export function readPssParameters(
  der: Uint8Array,
): { digest: string; saltLength: number } | undefined {
  const { hash, mask, saltLength, trailer } = decode(der, PssParameters);
  if (!hash || mask?.algorithm !== ID_MGF1 || !mask.parameters || trailer !== 1) return undefined;
  const inMask = decode(new Uint8Array(mask.parameters), AlgorithmIdentifier);
  return inMask.algorithm === hash.algorithm ? { digest: hash.algorithm, saltLength } : undefined;
}

/** The canonical form: digest parameters NULL (RFC 4055 § 2.1), defaults omitted. */
export function canonicalPssParameters(der: Uint8Array): Uint8Array {
  const { digest, saltLength } = readPssParameters(der) ?? {};
  if (digest === undefined) return der;
  const hash = new AlgorithmIdentifier({ algorithm: digest, parameters: null });
  const mask = new AlgorithmIdentifier({ algorithm: ID_MGF1, parameters: encodeAny(hash) });
  return encode(Object.assign(new PssParameters(), { hash, mask, saltLength }));
}
