import {
  Attribute,
  CMSVersion,
  DigestAlgorithmIdentifiers,
  EncapsulatedContentInfo,
  SignerInfos,
} from '@peculiar/asn1-cms';
import { AsnArray, AsnProp, AsnPropTypes, AsnType, AsnTypeTypes } from '@peculiar/asn1-schema';

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

AsnType({ type: AsnTypeTypes.Set, itemType: Attribute })(AttributeSet);
AsnType({ type: AsnTypeTypes.Set, itemType: AsnPropTypes.Any })(DerSet);
const property = (name: keyof SignedDataDer, options: Parameters<typeof AsnProp>[0]) =>
  AsnProp(options)(SignedDataDer.prototype, name);
property('version', { type: AsnPropTypes.Integer });
property('digestAlgorithms', { type: DigestAlgorithmIdentifiers });
property('encapContentInfo', { type: EncapsulatedContentInfo });
property('certificates', { type: DerSet, context: 0, implicit: true, optional: true });
property('crls', { type: DerSet, context: 1, implicit: true, optional: true });
property('signerInfos', { type: SignerInfos });
