import {
  Attribute,
  CMSVersion,
  DigestAlgorithmIdentifiers,
  EncapsulatedContentInfo,
  SignerInfos,
} from '@peculiar/asn1-cms';
import { AsnArray, AsnProp, AsnPropTypes, AsnType, AsnTypeTypes } from '@peculiar/asn1-schema';
import { Encoded, encode, encoded } from './der.ts';

/** `id-aa-timeStampToken`, RFC 3161 appendix A: the signature timestamp of CAdES-T. */
export const ID_SIGNATURE_TIMESTAMP = '1.2.840.113549.1.9.16.2.14';

/** Signed attributes as they are hashed: with the tag of a SET, not `[0]` (RFC 5652 §5.4). */
export class AttributeSet extends AsnArray<Attribute> {}

/** A SET OF elements kept as the bytes they are. */
export class DerSet extends AsnArray<ArrayBuffer> {}

/**
 * `SignedData` (RFC 5652 §5.1) with certificates and revocation lists as the bytes they are: a
 * certificate that goes through a schema and back may change, and its hash with it.
 */
export class SignedDataDer {
  version: CMSVersion = CMSVersion.v1;
  digestAlgorithms = new DigestAlgorithmIdentifiers();
  encapContentInfo = new EncapsulatedContentInfo();
  certificates?: DerSet;
  crls?: DerSet;
  signerInfos = new SignerInfos();
}

/** As `SignedDataDer`, to be written. */
export class WrittenSignedData {
  version: CMSVersion = CMSVersion.v1;
  digestAlgorithms = new DigestAlgorithmIdentifiers();
  encapContentInfo = new EncapsulatedContentInfo();
  certificates: readonly Encoded[] = [];
  signerInfos = new SignerInfos();
}

/** An `Attribute` of one value, to be written. */
class WrittenAttribute {
  readonly attrType: string;
  readonly attrValues: readonly Encoded[];

  constructor(attrType: string, value: Uint8Array) {
    this.attrType = attrType;
    this.attrValues = [new Encoded(value)];
  }
}

/** An attribute of one value in DER, which is only written. */
export const attribute = (type: string, value: Uint8Array): Attribute =>
  encoded(encode(new WrittenAttribute(type, value)));

/** A `ContentInfo` to be written. */
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
  schema: new (...values: never[]) => T,
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

/** ANY, as bytes that are only written. */
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
});
property(WrittenSignedData, 'signerInfos', { type: SignerInfos });
property(WrittenAttribute, 'attrType', { type: AsnPropTypes.ObjectIdentifier });
property(WrittenAttribute, 'attrValues', { ...ANY, repeated: 'set' });
property(WrittenContentInfo, 'contentType', { type: AsnPropTypes.ObjectIdentifier });
property(WrittenContentInfo, 'content', { ...ANY, context: 0 });
