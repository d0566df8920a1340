import { AsnAnyConverter } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import { bufferOf, decode, encode } from '../asn1/der.ts';
import { equalBytes } from '../signature/digest.ts';

/** Cache size: the same few certificates occur in every signature and timestamp of a file. */
const KEPT = 50;
const kept: Uint8Array[] = [];

/** Interns the bytes: equal certificates give the same array, which is the key of the caches below. */
export function sameCertificate(der: Uint8Array): Uint8Array {
  const known = kept.find((each) => equalBytes(each, der));
  if (known) return known;
  const copy = new Uint8Array(der);
  if (kept.push(copy) > KEPT) kept.shift();
  return copy;
}

function once<Found>(find: (der: Uint8Array) => Found): (der: Uint8Array) => Found {
  const found = new WeakMap<Uint8Array, { value: Found }>();
  return (der) => {
    const known = found.get(der);
    if (known) return known.value;
    const same = sameCertificate(der);
    const result = found.get(same) ?? { value: find(same) };
    found.set(same, result).set(der, result);
    return result.value;
  };
}

/** Parses the certificate; cached by array identity, so the bytes must not change. */
export const readCertificate = once((der) => decode(der, Certificate));

/** SubjectPublicKeyInfo, DER. */
export const publicKeyOf = once((der) =>
  encode(readCertificate(der).tbsCertificate.subjectPublicKeyInfo),
);

/** The issuer's name, DER. */
export const issuerNameOf = once((der) => encode(readCertificate(der).tbsCertificate.issuer));

/** The subject's name, DER. */
export const subjectNameOf = once((der) => encode(readCertificate(der).tbsCertificate.subject));

/** Whether the certificate is canonical DER: re-encoding gives the same bytes. */
export const isCanonical = once((der) =>
  equalBytes(new Uint8Array(AsnAnyConverter.toASN(bufferOf(der)).toBER()), der),
);
