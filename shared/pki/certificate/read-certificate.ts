import { AsnAnyConverter } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import { bufferOf, decode, encode } from '../asn1/der.ts';
import { equalBytes } from '../signature/digest.ts';

/** The few certificates of a company stand in each signature and timestamp of a file. */
const KEPT = 50;
const kept: Uint8Array[] = [];

/** A lasting copy of the bytes, the same one each time, so that what was found in them is found again. */
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

/** The certificate in these DER bytes, which must not change. */
export const readCertificate = once((der) => decode(der, Certificate));

/** Its SubjectPublicKeyInfo, DER. */
export const publicKeyOf = once((der) =>
  encode(readCertificate(der).tbsCertificate.subjectPublicKeyInfo),
);

/** Its issuer's name, DER. */
export const issuerNameOf = once((der) => encode(readCertificate(der).tbsCertificate.issuer));

/** Its owner's name, DER. */
export const subjectNameOf = once((der) => encode(readCertificate(der).tbsCertificate.subject));

/** Whether it is encoded as we ourselves would, to the byte. */
export const isCanonical = once((der) =>
  equalBytes(new Uint8Array(AsnAnyConverter.toASN(bufferOf(der)).toBER()), der),
);
