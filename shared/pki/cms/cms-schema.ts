import {
  Attribute,
  CMSVersion,
  DigestAlgorithmIdentifiers,
  EncapsulatedContentInfo,
  SignerInfos,
} from '@peculiar/asn1-cms';
import { AsnArray, AsnProp, AsnPropTypes, AsnType, AsnTypeTypes } from '@peculiar/asn1-schema';
import { Encoded, encode, encoded } from '../asn1/der.ts';

/** `id-aa-timeStampToken`, RFC 3161 appendix A: the signature timestamp of CAdES-T. */
export const ID_SIGNATURE_TIMESTAMP = '1.2.840.113549.1.9.16.2.14';

/** Signed attributes are hashed with the tag of a SET OF, not `[0]` (RFC 5652 § 5.4). */
export class AttributeSet extends AsnArray<Attribute> {}

/** A SET OF whose elements stay as encoded. */
export class DerSet extends AsnArray<ArrayBuffer> {}

/**
 * `SignedData` (RFC 5652 § 5.1) with certificates and revocation lists as raw DER: re-encoding a certificate
 * through a schema may change its bytes and hash.
 */
export class SignedDataDer {
  version: CMSVersion = CMSVersion.v1;
  digestAlgorithms = new DigestAlgorithmIdentifiers();
  encapContentInfo = new EncapsulatedContentInfo();
  certificates?: DerSet;
  crls?: DerSet;
  signerInfos = new SignerInfos();
}

/** As `SignedDataDer`, for serialization. */
export class WrittenSignedData {
  version: CMSVersion = CMSVersion.v1;
  digestAlgorithms = new DigestAlgorithmIdentifiers();
  encapContentInfo = new EncapsulatedContentInfo();
  certificates?: readonly Encoded[];
  signerInfos = new SignerInfos();
}

/** `Attribute`, for serialization. */
class WrittenAttribute {
  readonly attrType: string;
  readonly attrValues: readonly Encoded[];

  constructor(attrType: string, values: readonly Uint8Array[]) {
    this.attrType = attrType;
    this.attrValues = values.map((value) => new Encoded(value));
  }
}

/** An attribute with DER values, for serialization only. */
export const attribute = (type: string, ...values: readonly Uint8Array[]): Attribute =>
  encoded(encode(new WrittenAttribute(type, values)));

/** A `ContentInfo` (RFC 5652 § 3) that contains `SignedData`. */
export class SignedContentInfo {
  contentType = '';
  content = new SignedDataDer();
}

/** A `ContentInfo` for serialization. */
export class WrittenContentInfo {
  readonly contentType: string;
  readonly content: Encoded;

  constructor(contentType: string, content: Uint8Array) {
    this.contentType = contentType;
    this.content = new Encoded(content);
  }
}

AsnType({ type: AsnTypeTypes.Set, itemType: Attribute })(AttributeSet);
AsnType({ type: AsnTypeTypes.Set, itemType: AsnPropTypes.Any })(DerSet);
const property = <T extends object>(
  schema: new (...values: readonly never[]) => T,
  name: keyof T & string,
  options: Parameters<typeof AsnProp>[0],
) => AsnProp(options)(schema.prototype, name);
property(SignedDataDer, 'version', { type: AsnPropTypes.Integer });
property(SignedDataDer, 'digestAlgorithms', { type: DigestAlgorithmIdentifiers });
property(SignedDataDer, 'encapContentInfo', { type: EncapsulatedContentInfo });
property(SignedDataDer, 'certificates', {
  type: DerSet,
  context: 0,
  implicit: true,
  optional: true,
});
property(SignedDataDer, 'crls', { type: DerSet, context: 1, implicit: true, optional: true });
property(SignedDataDer, 'signerInfos', { type: SignerInfos });

/** ANY, from bytes; for serialization only. */
const ANY = {
  type: AsnPropTypes.Any,
  converter: { toASN: (value: Encoded) => value.toASN(), fromASN: Encoded.prototype.fromASN },
} as unknown as { type: AsnPropTypes.Any };
property(WrittenSignedData, 'version', { type: AsnPropTypes.Integer });
property(WrittenSignedData, 'digestAlgorithms', { type: DigestAlgorithmIdentifiers });
property(WrittenSignedData, 'encapContentInfo', { type: EncapsulatedContentInfo });
property(WrittenSignedData, 'certificates', {
  ...ANY,
  repeated: 'set',
  context: 0,
  implicit: true,
  optional: true,
});
property(WrittenSignedData, 'signerInfos', { type: SignerInfos });
property(WrittenAttribute, 'attrType', { type: AsnPropTypes.ObjectIdentifier });
property(WrittenAttribute, 'attrValues', { ...ANY, repeated: 'set' });
property(SignedContentInfo, 'contentType', { type: AsnPropTypes.ObjectIdentifier });
property(SignedContentInfo, 'content', { type: SignedDataDer, context: 0 });
property(WrittenContentInfo, 'contentType', { type: AsnPropTypes.ObjectIdentifier });
property(WrittenContentInfo, 'content', { ...ANY, context: 0 });
