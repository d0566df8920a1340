import {
  AsnArray,
  AsnIntegerArrayBufferConverter,
  AsnProp,
  AsnPropTypes,
  AsnType,
  AsnTypeTypes,
  OctetString,
} from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, GeneralName } from '@peculiar/asn1-x509';

/** `id-aa-signingCertificate`, which names by SHA-1 (RFC 5035 §5). */
export const ID_SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';

/** `id-aa-signingCertificateV2`, RFC 5035 §3. */
export const ID_SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

export class IssuerSerial {
  issuer: GeneralName[] = [];
  serialNumber: ArrayBuffer = new ArrayBuffer(0);
}

/** `ESSCertIDv2`; without `hashAlgorithm`, SHA-256. */
export class EssCertIdV2 {
  hashAlgorithm?: AlgorithmIdentifier;
  certHash = new OctetString();
  issuerSerial?: IssuerSerial;
}

export class EssCertIds extends AsnArray<EssCertIdV2> {}

/** `SigningCertificateV2` (RFC 5035 § 3): binds the certificate into the signature. */
export class SigningCertificateV2 {
  certs = new EssCertIds();
  policies?: ArrayBuffer;
}

AsnProp({ type: GeneralName, repeated: 'sequence' })(IssuerSerial.prototype, 'issuer');
AsnProp({ type: AsnPropTypes.Integer, converter: AsnIntegerArrayBufferConverter })(
  IssuerSerial.prototype,
  'serialNumber',
);
AsnProp({ type: AlgorithmIdentifier, optional: true })(EssCertIdV2.prototype, 'hashAlgorithm');
AsnProp({ type: OctetString })(EssCertIdV2.prototype, 'certHash');
AsnProp({ type: IssuerSerial, optional: true })(EssCertIdV2.prototype, 'issuerSerial');
AsnType({ type: AsnTypeTypes.Sequence, itemType: EssCertIdV2 })(EssCertIds);
AsnProp({ type: EssCertIds })(SigningCertificateV2.prototype, 'certs');
AsnProp({ type: AsnPropTypes.Any, optional: true })(SigningCertificateV2.prototype, 'policies');
