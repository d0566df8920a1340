import {
  type Attribute,
  CMSVersion,
  DigestAlgorithmIdentifier,
  DigestAlgorithmIdentifiers,
  EncapsulatedContent,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  id_contentType,
  id_data,
  id_messageDigest,
  id_signedData,
  SignerIdentifier,
  SignerInfo,
  SignerInfos,
} from '@peculiar/asn1-cms';
import { AsnObjectIdentifierConverter, OctetString } from '@peculiar/asn1-schema';
import { SIGNATURE_ALGORITHMS } from './algorithms.ts';
import {
  AttributeSet,
  WrittenAttribute,
  WrittenContentInfo,
  WrittenSignedData,
} from './cms-schema.ts';
import { Encoded, encode, encoded, inSetOrder, sortedDer } from './der.ts';
import { soleSignature } from './ecdsa.ts';
import type { SigningIdentity } from './identity.ts';
import { publicKeyOf, readCertificate } from './read-certificate.ts';
import { ID_SIGNING_CERTIFICATE_V2, signingCertificateOf } from './signing-certificate.ts';

const ID_SHA256 = '2.16.840.1.101.3.4.2.1';

export interface ContentToSign {
  type: string;
  sha256: Uint8Array;
  /** Stands inside the CMS; absent when the signature is detached. */
  bytes?: Uint8Array;
}

/** Attributes that the signature itself goes into, such as its timestamp. */
export type UnsignedAttributesOf = (signature: Uint8Array) => Promise<Attribute[]>;

/**
 * CMS `SignedData` with one signer, DER (RFC 5652). The signed attributes are content-type,
 * message-digest and signing-certificate-v2, and no signing-time, which PAdES forbids
 * (ETSI EN 319 142-1 §6.3).
 */
export const signData = async (
  identity: SigningIdentity,
  content: ContentToSign,
  unsignedAttributesOf: UnsignedAttributesOf = async () => [],
): Promise<Uint8Array> => {
  const signerInfo = await signAttributes(identity, content, unsignedAttributesOf);
  const signedData = Object.assign(new WrittenSignedData(), {
    version: content.type === id_data ? CMSVersion.v1 : CMSVersion.v3,
    digestAlgorithms: new DigestAlgorithmIdentifiers([sha256Algorithm()]),
    encapContentInfo: encapsulate(content),
    certificates: sortedDer([identity.certificate, ...identity.chain]).map(
      (der) => new Encoded(new Uint8Array(der)),
    ),
    signerInfos: new SignerInfos([signerInfo]),
  });
  return encode(new WrittenContentInfo(id_signedData, encode(signedData)));
};

const signAttributes = async (
  identity: SigningIdentity,
  content: ContentToSign,
  unsignedAttributesOf: UnsignedAttributesOf,
): Promise<SignerInfo> => {
  const signedAttrs = await signedAttributes(identity, content);
  const signed = await identity.sign(encode(new AttributeSet(signedAttrs)));
  const signature = soleSignature(signed, publicKeyOf(identity.certificate));
  const unsignedAttrs = await unsignedAttributesOf(signature);
  return new SignerInfo({
    version: CMSVersion.v1,
    sid: signerIdentifier(identity.certificate),
    digestAlgorithm: sha256Algorithm(),
    signedAttrs,
    signatureAlgorithm: SIGNATURE_ALGORITHMS[identity.algorithm](),
    signature: new OctetString(signature),
    ...(unsignedAttrs.length > 0 && { unsignedAttrs: inSetOrder(unsignedAttrs) }),
  });
};

const signedAttributes = async (
  { certificate }: SigningIdentity,
  { type, sha256: digest }: ContentToSign,
): Promise<Attribute[]> => {
  const contentType = AsnObjectIdentifierConverter.toASN(type).toBER();
  return inSetOrder([
    attribute(id_contentType, new Uint8Array(contentType)),
    attribute(id_messageDigest, encode(new OctetString(digest))),
    attribute(ID_SIGNING_CERTIFICATE_V2, encode(await signingCertificateOf(certificate))),
  ]);
};

/** An attribute of one value in DER, which is only written. */
export const attribute = (type: string, value: Uint8Array): Attribute =>
  encoded(encode(new WrittenAttribute(type, value)));

const encapsulate = ({ type, bytes }: ContentToSign): EncapsulatedContentInfo =>
  new EncapsulatedContentInfo({
    eContentType: type,
    ...(bytes && { eContent: new EncapsulatedContent({ single: new OctetString(bytes) }) }),
  });

const signerIdentifier = (certificate: Uint8Array): SignerIdentifier => {
  const { issuer, serialNumber } = readCertificate(certificate).tbsCertificate;
  const issuerAndSerialNumber = new IssuerAndSerialNumber({ issuer, serialNumber });
  return new SignerIdentifier({ issuerAndSerialNumber });
};

const sha256Algorithm = () => new DigestAlgorithmIdentifier({ algorithm: ID_SHA256 });
