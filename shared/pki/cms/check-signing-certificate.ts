import type { SignerInfo } from '@peculiar/asn1-cms';
import { decode, encode } from '../asn1/der.ts';
import { issuerNameOf, readCertificate } from '../certificate/read-certificate.ts';
import { equalBytes, owned } from '../signature/digest.ts';
import { DIGESTS } from '../signature/verify-signature.ts';
import { CmsError } from './cms-error.ts';
import { requiredAttribute, soleAttribute } from './signed-attributes.ts';
import {
  type EssCertIdV2,
  ID_SIGNING_CERTIFICATE,
  ID_SIGNING_CERTIFICATE_V2,
  type IssuerSerial,
  SigningCertificateV2,
} from './signing-certificate.ts';

const ID_SHA256 = '2.16.840.1.101.3.4.2.1';

/**
 * Whether what is signed names the signer's certificate: its first reference must (RFC 5035 §3). The old
 * attribute by SHA-1 proves nothing, but where it is there it must agree (§5). Throws a `CmsError`.
 */
export async function checkSigningCertificate(
  signer: SignerInfo,
  certificate: Uint8Array,
): Promise<void> {
  const certId = firstOf(requiredAttribute(signer, ID_SIGNING_CERTIFICATE_V2));
  const digest = DIGESTS[certId.hashAlgorithm?.algorithm ?? ID_SHA256];
  if (!digest) throw new CmsError('the signed certificate reference is unreadable');
  await checkReference(certId, digest, certificate);
  const old = soleAttribute(signer.signedAttrs ?? [], ID_SIGNING_CERTIFICATE);
  if (old) await checkReference(firstOf(old), 'SHA-1', certificate);
}

function firstOf(attribute: Uint8Array): EssCertIdV2 {
  const [certId] = decode(attribute, SigningCertificateV2).certs;
  if (!certId) throw new CmsError('the signed certificate reference is unreadable');
  return certId;
}

async function checkReference(
  { certHash, issuerSerial }: EssCertIdV2,
  digest: string,
  certificate: Uint8Array,
): Promise<void> {
  const actual = new Uint8Array(await crypto.subtle.digest(digest, owned(certificate)));
  const isHashed = equalBytes(new Uint8Array(certHash.buffer), actual);
  if (!isHashed || (issuerSerial && !isNumbered(issuerSerial, certificate)))
    throw new CmsError('the certificate is not the one that was signed');
}

function isNumbered({ issuer, serialNumber }: IssuerSerial, certificate: Uint8Array): boolean {
  const actual = readCertificate(certificate).tbsCertificate.serialNumber;
  const [name, ...others] = issuer.map(({ directoryName }) => directoryName);
  return (
    name !== undefined &&
    others.length === 0 &&
    equalBytes(encode(name), issuerNameOf(certificate)) &&
    equalBytes(new Uint8Array(serialNumber), new Uint8Array(actual))
  );
}
