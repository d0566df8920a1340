import {
  Certificate,
  type Extension,
  Extensions,
  type Name,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';
import { SIGNATURE_ALGORITHMS } from './algorithms.ts';
import { bufferOf, encode, encoded } from './der.ts';
import { authorityKeyIdentifier, subjectKeyIdentifier } from './extensions.ts';
import type { Signer } from './identity.ts';

/** Who signs a certificate: always a P-256 key. */
export interface Issuer {
  name: Name;
  /** SubjectPublicKeyInfo, DER. */
  publicKey: Uint8Array;
  sign: Signer;
}

export interface CertificateRequest {
  subject: Name;
  /** SubjectPublicKeyInfo, DER. */
  publicKey: Uint8Array;
  notBefore: Date;
  notAfter: Date;
  extensions: readonly Extension[];
}

/** An X.509 version 3 certificate (RFC 5280), DER, with both key identifiers. */
export const issueCertificate = async (
  issuer: Issuer,
  request: CertificateRequest,
): Promise<Uint8Array> => {
  const { subject, publicKey, notBefore, notAfter, extensions } = request;
  const signatureAlgorithm = SIGNATURE_ALGORITHMS['ecdsa-sha256']();
  const tbsCertificate = encode(
    new TBSCertificate({
      version: Version.v3,
      serialNumber: bufferOf(randomSerial()),
      signature: signatureAlgorithm,
      issuer: issuer.name,
      validity: new Validity({ notBefore, notAfter }),
      subject,
      subjectPublicKeyInfo: encoded(publicKey),
      extensions: new Extensions([
        ...extensions,
        await authorityKeyIdentifier(issuer.publicKey),
        await subjectKeyIdentifier(publicKey),
      ]),
    }),
  );
  const signatureValue = bufferOf(await issuer.sign(tbsCertificate));
  return encode(
    new Certificate({
      tbsCertificate: encoded(tbsCertificate),
      signatureAlgorithm,
      signatureValue,
    }),
  );
};

/**
 * 128 random bits as the content of a positive INTEGER: RFC 5280 §4.1.2.2 allows 20 bytes, and
 * the fixed first byte keeps the encoding minimal.
 */
export const randomSerial = (): Uint8Array =>
  Uint8Array.of(0x01, ...crypto.getRandomValues(new Uint8Array(16)));
