import {
  Certificate,
  type Extension,
  Extensions,
  type Name,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';
import { bufferOf, encode, encoded } from '../asn1/der.ts';
import type { Random } from '../identity.ts';
import { SIGNATURE_ALGORITHMS } from '../signature/algorithms.ts';
import { authorityKeyIdentifier, subjectKeyIdentifier } from './extensions.ts';
import { type Issuer, rememberIssued } from './issuer.ts';

export interface CertificateRequest {
  readonly subject: Name;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: readonly Extension[];
}

/** Issues an X.509 v3 certificate (RFC 5280), DER, with both key identifiers and a random serial number. */
export async function issueCertificate(
  issuer: Issuer,
  request: CertificateRequest,
  random: Random,
): Promise<Uint8Array> {
  const { subject, publicKey, notBefore, notAfter, extensions } = request;
  const signatureAlgorithm = SIGNATURE_ALGORITHMS['ecdsa-sha256']();
  const serialNumber = bufferOf(randomSerial(random));
  const tbsCertificate = encode(
    new TBSCertificate({
      version: Version.v3,
      serialNumber,
      signature: signatureAlgorithm,
      issuer: issuer.name,
      validity: new Validity({ notBefore, notAfter }),
      subject,
      subjectPublicKeyInfo: encoded(publicKey),
      extensions: new Extensions([
        ...extensions,
        authorityKeyIdentifier(issuer.publicKey),
        subjectKeyIdentifier(publicKey),
      ]),
    }),
  );
  const signatureValue = bufferOf(await issuer.sign(tbsCertificate));
  const certificate = encode(
    new Certificate({
      tbsCertificate: encoded(tbsCertificate),
      signatureAlgorithm,
      signatureValue,
    }),
  );
  rememberIssued(certificate, { issuer: issuer.name, serialNumber, publicKey });
  return certificate;
}

/**
 * 128 random bits as content octets of a positive INTEGER: RFC 5280 § 4.1.2.2 allows 20 octets, and the fixed
 * first octet keeps the encoding minimal.
 */
export const randomSerial = (random: Random): Uint8Array => Uint8Array.of(0x01, ...random(16));
