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
import { sha256 } from './digest.ts';
import { readCertificate } from './read-certificate.ts';

/** `id-aa-signingCertificateV2`, RFC 5035 §3. */
export const ID_SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

class IssuerSerial {
  issuer: GeneralName[] = [];
  serialNumber: ArrayBuffer = new ArrayBuffer(0);
}

/** `ESSCertIDv2`; without `hashAlgorithm` the hash is SHA-256. */
class EssCertIdV2 {
  hashAlgorithm?: AlgorithmIdentifier;
  certHash = new OctetString();
  issuerSerial?: IssuerSerial;
}

class EssCertIds extends AsnArray<EssCertIdV2> {}

/** `SigningCertificateV2`: names the certificate inside what is signed (RFC 5035 §3). */
export class SigningCertificateV2 {
  certs = new EssCertIds();
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

/** The `SigningCertificateV2` that pins the certificate with these DER bytes. */
export const signingCertificateOf = async (der: Uint8Array): Promise<SigningCertificateV2> => {
  const { issuer, serialNumber } = readCertificate(der).tbsCertificate;
  const certId = Object.assign(new EssCertIdV2(), {
    certHash: new OctetString(await sha256(der)),
    issuerSerial: Object.assign(new IssuerSerial(), {
      issuer: [new GeneralName({ directoryName: issuer })],
      serialNumber,
    }),
  });
  return Object.assign(new SigningCertificateV2(), { certs: new EssCertIds([certId]) });
};
