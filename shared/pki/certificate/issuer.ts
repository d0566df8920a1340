import type { IssuerAndSerialNumber } from '@peculiar/asn1-cms';
import type { Name } from '@peculiar/asn1-x509';
import { encode, encoded } from '../asn1/der.ts';
import type { Signer } from '../identity.ts';
import { publicKeyOf, readCertificate } from './read-certificate.ts';

/** The issuer of a certificate; always has a P-256 key. */
export interface Issuer {
  readonly name: Name;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly sign: Signer;
}

const subjects = new WeakMap<Uint8Array, Omit<Issuer, 'sign'>>();

/** The certificate's subject (DER) as issuer of others; cached per certificate. */
export function issuerOf(certificate: Uint8Array, sign: Signer): Issuer {
  const subject = subjects.get(certificate) ?? subjectOf(certificate);
  subjects.set(certificate, subject);
  return { ...subject, sign };
}

function subjectOf(certificate: Uint8Array): Omit<Issuer, 'sign'> {
  const { subject } = readCertificate(certificate).tbsCertificate;
  return { name: encoded<Name>(encode(subject)), publicKey: publicKeyOf(certificate) };
}

/** What others say of a certificate: who issued it under which number, for which key. */
export interface IssuedCertificate extends Pick<IssuerAndSerialNumber, 'issuer' | 'serialNumber'> {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
}

const issued = new WeakMap<Uint8Array, IssuedCertificate>();

/** Issuer and serial number of the certificate with these DER bytes. */
export const issuedCertificate = (certificate: Uint8Array): IssuedCertificate =>
  issued.get(certificate) ?? {
    ...numberOf(certificate),
    publicKey: publicKeyOf(certificate),
  };

function numberOf(certificate: Uint8Array) {
  const { issuer, serialNumber } = readCertificate(certificate).tbsCertificate;
  return { issuer, serialNumber };
}

/** Caches what is known of a certificate just issued, so that it need not be parsed. */
export function rememberIssued(certificate: Uint8Array, known: IssuedCertificate): void {
  issued.set(certificate, known);
}
