import { CertificateList } from '@peculiar/asn1-x509';
import { decode, encode } from './der.ts';
import { equalBytes } from './digest.ts';
import { readCertificate } from './read-certificate.ts';
import { isSignatureRight } from './verify-signature.ts';

/**
 * Whether a list signed by the issuer says that the certificate was revoked by `at`. Lists of
 * other issuers, or with a wrong signature, say nothing.
 */
export const isRevoked = async (
  [certificate, issuer]: readonly [Uint8Array, Uint8Array],
  revocationLists: readonly Uint8Array[],
  at: Date,
): Promise<boolean> => {
  for (const list of revocationLists)
    if ((await isListOf(list, issuer)) && names(list, certificate, at)) return true;
  return false;
};

/** Whether the issuer signed the list. */
export const isListOf = async (der: Uint8Array, issuer: Uint8Array): Promise<boolean> => {
  const list = decode(der, CertificateList);
  const { subject, subjectPublicKeyInfo } = readCertificate(issuer).tbsCertificate;
  if (!equalBytes(encode(list.tbsCertList.issuer), encode(subject))) return false;
  return isSignatureRight({
    publicKey: encode(subjectPublicKeyInfo),
    algorithm: list.signatureAlgorithm,
    signature: new Uint8Array(list.signature),
    data: new Uint8Array(list.tbsCertListRaw ?? new ArrayBuffer(0)),
  });
};

const names = (list: Uint8Array, certificate: Uint8Array, at: Date): boolean => {
  const serial = new Uint8Array(readCertificate(certificate).tbsCertificate.serialNumber);
  const { revokedCertificates = [] } = decode(list, CertificateList).tbsCertList;
  return revokedCertificates.some(
    ({ userCertificate, revocationDate }) =>
      equalBytes(new Uint8Array(userCertificate), serial) && revocationDate.getTime() <= at,
  );
};
