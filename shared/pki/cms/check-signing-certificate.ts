import type { SignerInfo } from '@peculiar/asn1-cms';
import { decode, encode } from '../asn1/der.ts';
import { issuerNameOf, readCertificate } from '../certificate/read-certificate.ts';
import { equalBytes, owned } from '../signature/digest.ts';
import { DIGESTS } from '../signature/verify-signature.ts';
import { CmsError } from './cms-error.ts';
import { checkSignedAttributes, requiredAttribute, soleAttribute } from './signed-attributes.ts';
import {
  type EssCertIdV2,
  ID_SIGNING_CERTIFICATE,
  ID_SIGNING_CERTIFICATE_V2,
  type IssuerSerial,
  SigningCertificateV2,
} from './signing-certificate.ts';

const ANOTHER = 'the certificate is not the one that was signed';
const ID_SHA256 = '2.16.840.1.101.3.4.2.1';

/**
 * Checks that the signature names its certificate: the first reference has its hash (RFC 5035 §3). Throws a
 * `CmsError`.
 */
export async function checkCertificateHash(
  signer: SignerInfo,
  certificate: Uint8Array,
): Promise<void> {
  const { hashAlgorithm, certHash } = firstOf(requiredAttribute(signer, ID_SIGNING_CERTIFICATE_V2));
  const digest = DIGESTS[hashAlgorithm?.algorithm ?? ID_SHA256];
  if (!digest) throw new CmsError('the signed certificate reference is unreadable');
  await checkHash(certHash, digest, certificate);
}

/**
 * Checks what a signature written by Sigillo cannot have, and other software's timestamps may: signed attributes out of
 * order or repeated, issuer and number of another certificate (RFC 5035 §4), another SHA-1 hash (§5). Throws a
 * `CmsError`.
 */
export async function checkStrictForm(signer: SignerInfo, certificate: Uint8Array): Promise<void> {
  checkSignedAttributes(signer);
  checkNumber(firstOf(requiredAttribute(signer, ID_SIGNING_CERTIFICATE_V2)), certificate);
  const old = soleAttribute(signer.signedAttrs ?? [], ID_SIGNING_CERTIFICATE);
  if (!old) return;
  checkNumber(firstOf(old), certificate);
  await checkHash(firstOf(old).certHash, 'SHA-1', certificate);
}

function firstOf(attribute: Uint8Array): EssCertIdV2 {
  const [certId] = decode(attribute, SigningCertificateV2).certs;
  if (!certId) throw new CmsError('the signed certificate reference is unreadable');
  return certId;
}

async function checkHash(
  certHash: EssCertIdV2['certHash'],
  digest: string,
  certificate: Uint8Array,
): Promise<void> {
  const actual = new Uint8Array(await crypto.subtle.digest(digest, owned(certificate)));
  if (!equalBytes(new Uint8Array(certHash.buffer), actual)) throw new CmsError(ANOTHER);
}

function checkNumber({ issuerSerial }: EssCertIdV2, certificate: Uint8Array): void {
  if (issuerSerial && !isNumbered(issuerSerial, certificate)) throw new CmsError(ANOTHER);
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
