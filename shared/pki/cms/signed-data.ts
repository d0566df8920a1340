import {
  type Attribute,
  CMSVersion,
  DigestAlgorithmIdentifier,
  DigestAlgorithmIdentifiers,
  EncapsulatedContent,
  EncapsulatedContentInfo,
  id_contentType,
  id_data,
  id_messageDigest,
  id_signedData,
  SignerInfo,
  SignerInfos,
} from '@peculiar/asn1-cms';
import { AsnObjectIdentifierConverter, OctetString } from '@peculiar/asn1-schema';
import { Encoded, encode, inSetOrder, sortedDer } from '../asn1/der.ts';
import type { SigningIdentity } from '../identity.ts';
import { SIGNATURE_ALGORITHMS } from '../signature/algorithms.ts';
import { lowSSignature } from '../signature/ecdsa.ts';
import { AttributeSet, attribute, WrittenContentInfo, WrittenSignedData } from './cms-schema.ts';
import { signerReference } from './signer-reference.ts';

const ID_SHA256 = '2.16.840.1.101.3.4.2.1';

export interface ContentToSign {
  readonly type: string;
  readonly sha256: Uint8Array;
  /** The encapsulated content; absent if the signature is detached. */
  readonly bytes?: Uint8Array;
}

/** Unsigned attributes computed from the signature value, such as its timestamp. */
export type UnsignedAttributesOf = (signature: Uint8Array) => Promise<Attribute[]>;

/**
 * CMS `SignedData` (RFC 5652) with one signer, DER. Signed attributes: content-type, message-digest and
 * signing-certificate-v2; no signing-time, which PAdES forbids (ETSI EN 319 142-1 § 6.3).
 */
export async function signData(
  identity: SigningIdentity,
  content: ContentToSign,
  unsignedAttributesOf: UnsignedAttributesOf = async () => [],
): Promise<Uint8Array> {
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
}

async function signAttributes(
  identity: SigningIdentity,
  content: ContentToSign,
  unsignedAttributesOf: UnsignedAttributesOf,
): Promise<SignerInfo> {
  const { identifier, signingCertificate, publicKey } = signerReference(identity.certificate);
  const signedAttrs = inSetOrder([...contentAttributes(content), signingCertificate]);
  const signed = await identity.sign(encode(new AttributeSet(signedAttrs)));
  const signature = lowSSignature(signed, publicKey);
  const unsignedAttrs = await unsignedAttributesOf(signature);
  return new SignerInfo({
    version: CMSVersion.v1,
    sid: identifier,
    digestAlgorithm: sha256Algorithm(),
    signedAttrs,
    signatureAlgorithm: SIGNATURE_ALGORITHMS[identity.algorithm](),
    signature: new OctetString(signature),
    ...(unsignedAttrs.length > 0 && { unsignedAttrs: inSetOrder(unsignedAttrs) }),
  });
}

function contentAttributes({ type, sha256 }: ContentToSign): Attribute[] {
  const contentType = AsnObjectIdentifierConverter.toASN(type).toBER();
  return [
    attribute(id_contentType, new Uint8Array(contentType)),
    attribute(id_messageDigest, encode(new OctetString(sha256))),
  ];
}

const encapsulate = ({ type, bytes }: ContentToSign): EncapsulatedContentInfo =>
  new EncapsulatedContentInfo({
    eContentType: type,
    ...(bytes && { eContent: new EncapsulatedContent({ single: new OctetString(bytes) }) }),
  });

const sha256Algorithm = () => new DigestAlgorithmIdentifier({ algorithm: ID_SHA256 });
