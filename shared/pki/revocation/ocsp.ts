import {
  CertID,
  id_pkix_ocsp_basic,
  id_pkix_ocsp_nocheck,
  OCSPRequest,
  OCSPResponse,
  OCSPResponseStatus,
  Request,
  type ResponderID,
  type SingleResponse,
  TBSRequest,
} from '@peculiar/asn1-ocsp';
import { OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  ExtendedKeyUsage,
  id_ce_extKeyUsage,
  id_kp_OCSPSigning,
} from '@peculiar/asn1-x509';
import { decode, encode } from '../asn1/der.ts';
import { publicKeyOf, readCertificate } from '../certificate/read-certificate.ts';
import { isValidAt } from '../certificate/validity.ts';
import { extensionValue, isIssuedBy } from '../path/certificate-path.ts';
import { equalBytes, owned } from '../signature/digest.ts';
import { isSignatureRight } from '../signature/verify-signature.ts';
import { BasicOcspResponse } from './basic-ocsp-response.ts';

/** SHA-1 only identifies the certificate here; every responder supports it (RFC 5019 § 2.1.1). */
const ID_SHA1 = '1.3.14.3.2.26';
const NAMING_DIGESTS: Readonly<Record<string, string>> = {
  [ID_SHA1]: 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
};

/** The certificate, then its issuer, DER. */
export type Certified = readonly [certificate: Uint8Array, issuer: Uint8Array];

/**
 * An OCSP request (RFC 6960) for one certificate, DER. No nonce: the response is stored and verified for
 * years.
 */
export async function createOcspRequest(certified: Certified): Promise<Uint8Array> {
  const reqCert = await certIdOf(certified, ID_SHA1);
  const tbsRequest = new TBSRequest({ requestList: [new Request({ reqCert })] });
  return encode(new OCSPRequest({ tbsRequest }));
}

/**
 * The response's status of the certificate. Undefined unless signed by the issuer or a responder that it
 * delegated (RFC 6960 § 4.2.2.2).
 */
export async function readOcspResponse(
  der: Uint8Array,
  certified: Certified,
): Promise<SingleResponse | undefined> {
  const basic = basicResponse(der);
  for (const response of basic?.tbsResponseData.responses ?? [])
    if (basic && (await isAbout(response, certified)))
      return (await signerOf(basic, certified[1])) ? response : undefined;
  return undefined;
}

/**
 * The delegated responder's certificate, if its own revocation must be checked: it lacks id-pkix-ocsp-nocheck
 * (RFC 6960 § 4.2.2.2.1).
 */
export async function revocableResponder(
  der: Uint8Array,
  issuer: Uint8Array,
): Promise<Uint8Array | undefined> {
  const basic = basicResponse(der);
  const signer = basic && (await signerOf(basic, issuer));
  return signer && signer !== issuer && !extensionValue(signer, id_pkix_ocsp_nocheck)
    ? signer
    : undefined;
}

const known = new WeakMap<Uint8Array, BasicOcspResponse | undefined>();

function basicResponse(der: Uint8Array): BasicOcspResponse | undefined {
  if (!known.has(der)) known.set(der, takeApart(der));
  return known.get(der);
}

function takeApart(der: Uint8Array): BasicOcspResponse | undefined {
  const { responseStatus, responseBytes } = decode(der, OCSPResponse);
  const isBasic = responseBytes?.responseType === id_pkix_ocsp_basic;
  return responseStatus === OCSPResponseStatus.successful && isBasic
    ? decode(new Uint8Array(responseBytes.response.buffer), BasicOcspResponse)
    : undefined;
}

async function certIdOf([certificate, issuer]: Certified, algorithm: string): Promise<CertID> {
  const { subject, subjectPublicKeyInfo } = readCertificate(issuer).tbsCertificate;
  const digest = async (bytes: Uint8Array) =>
    new OctetString(await crypto.subtle.digest(NAMING_DIGESTS[algorithm]!, owned(bytes)));
  return new CertID({
    hashAlgorithm: new AlgorithmIdentifier({ algorithm, parameters: null }),
    issuerNameHash: await digest(encode(subject)),
    issuerKeyHash: await digest(new Uint8Array(subjectPublicKeyInfo.subjectPublicKey)),
    serialNumber: readCertificate(certificate).tbsCertificate.serialNumber,
  });
}

async function isAbout({ certID }: SingleResponse, certified: Certified): Promise<boolean> {
  const { algorithm, parameters } = certID.hashAlgorithm;
  const { serialNumber } = readCertificate(certified[0]).tbsCertificate;
  const same = equalBytes(new Uint8Array(certID.serialNumber), new Uint8Array(serialNumber));
  if (!same || !NAMING_DIGESTS[algorithm]) return false;
  const expected = await certIdOf(certified, algorithm);
  if (parameters === undefined) delete expected.hashAlgorithm.parameters;
  return equalBytes(encode(certID), encode(expected));
}

/** The issuer's certificate, or that of its delegated responder. */
async function signerOf(
  basic: BasicOcspResponse,
  issuer: Uint8Array,
): Promise<Uint8Array | undefined> {
  if (await isSignedBy(basic, issuer)) return issuer;
  for (const raw of basic.certs ?? []) {
    const responder = new Uint8Array(raw);
    if (
      isResponder(responder, basic.tbsResponseData.producedAt) &&
      (await isSignedBy(basic, responder))
    )
      return (await isIssuedBy(responder, issuer)) ? responder : undefined;
  }
  return undefined;
}

/** Verified with the key identified by responderID (RFC 6960 § 4.2.2.3). */
const isSignedBy = async (basic: BasicOcspResponse, signer: Uint8Array): Promise<boolean> =>
  (await names(basic.tbsResponseData.responderID, signer)) &&
  isSignatureRight({
    publicKey: publicKeyOf(signer),
    algorithm: basic.signatureAlgorithm,
    signature: new Uint8Array(basic.signature),
    data: new Uint8Array(basic.tbsResponseDataRaw ?? new ArrayBuffer(0)),
  });

async function names({ byName, byKey }: ResponderID, signer: Uint8Array): Promise<boolean> {
  const { subject, subjectPublicKeyInfo } = readCertificate(signer).tbsCertificate;
  if (byName) return equalBytes(encode(byName), encode(subject));
  const hash = await crypto.subtle.digest('SHA-1', subjectPublicKeyInfo.subjectPublicKey);
  return byKey !== undefined && equalBytes(new Uint8Array(byKey.buffer), new Uint8Array(hash));
}

function isResponder(der: Uint8Array, at: Date): boolean {
  const purposes = extensionValue(der, id_ce_extKeyUsage);
  return (
    isValidAt(der, at) &&
    purposes !== undefined &&
    [...decode(purposes, ExtendedKeyUsage)].includes(id_kp_OCSPSigning)
  );
}
