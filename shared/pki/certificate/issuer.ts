import type { IssuerAndSerialNumber } from '@peculiar/asn1-cms';
import type { Name } from '@peculiar/asn1-x509';
import { encode, encoded } from '../asn1/der.ts';
import type { Signer } from '../identity.ts';
import { publicKeyOf, readCertificate } from './read-certificate.ts';

/** Who signs a certificate: always a P-256 key. */
export interface Issuer {
  readonly name: Name;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly sign: Signer;
}

const subjects = new WeakMap<Uint8Array, Omit<Issuer, 'sign'>>();

/** The owner of the certificate, DER, as issuer of others; its name is encoded once for all of them. */
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

/** Of the certificate with these DER bytes. */
export const issuedCertificate = (certificate: Uint8Array): IssuedCertificate =>
  issued.get(certificate) ?? {
    ...numberOf(certificate),
    publicKey: publicKeyOf(certificate),
  };

function numberOf(certificate: Uint8Array) {
  const { issuer, serialNumber } = readCertificate(certificate).tbsCertificate;
  return { issuer, serialNumber };
}

/** Spares a certificate that was just made from being read for what its issuer knows. */
export function rememberIssued(certificate: Uint8Array, known: IssuedCertificate): void {
  issued.set(certificate, known);
}
