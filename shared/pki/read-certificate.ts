import { Certificate } from '@peculiar/asn1-x509';
import { decode, encode } from './der.ts';

const known = new WeakMap<Uint8Array, Certificate>();

/** The certificate in these DER bytes, which must not change: they are parsed once. */
export const readCertificate = (der: Uint8Array): Certificate => {
  const certificate = known.get(der) ?? decode(der, Certificate);
  known.set(der, certificate);
  return certificate;
};

/** Its SubjectPublicKeyInfo, DER. */
export const publicKeyOf = (der: Uint8Array): Uint8Array =>
  encode(readCertificate(der).tbsCertificate.subjectPublicKeyInfo);
