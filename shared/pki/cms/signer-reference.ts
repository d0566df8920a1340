import { hash } from 'node:crypto';
import { type Attribute, IssuerAndSerialNumber, SignerIdentifier } from '@peculiar/asn1-cms';
import { OctetString } from '@peculiar/asn1-schema';
import { GeneralName } from '@peculiar/asn1-x509';
import { encode, encoded } from '../asn1/der.ts';
import { type IssuedCertificate, issuedCertificate } from '../certificate/issuer.ts';
import { attribute } from './cms-schema.ts';
import {
  EssCertIds,
  EssCertIdV2,
  ID_SIGNING_CERTIFICATE_V2,
  IssuerSerial,
  SigningCertificateV2,
} from './signing-certificate.ts';

/** How a signature identifies its certificate: SignerIdentifier, and as a signed attribute. */
export interface SignerReference {
  readonly identifier: SignerIdentifier;
  /** `SigningCertificateV2` (RFC 5035 §3). */
  readonly signingCertificate: Attribute;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
}

const known = new WeakMap<Uint8Array, SignerReference>();

/** References to the certificate with these DER bytes; cached. */
export function signerReference(certificate: Uint8Array): SignerReference {
  const reference = known.get(certificate) ?? referenceTo(certificate);
  known.set(certificate, reference);
  return reference;
}

function referenceTo(certificate: Uint8Array): SignerReference {
  const issued = issuedCertificate(certificate);
  return {
    identifier: signerIdentifier(issued),
    signingCertificate: signingCertificate(certificate, issued),
    publicKey: issued.publicKey,
  };
}

function signerIdentifier({ issuer, serialNumber }: IssuedCertificate): SignerIdentifier {
  const issuerAndSerialNumber = new IssuerAndSerialNumber({ issuer, serialNumber });
  return encoded(encode(new SignerIdentifier({ issuerAndSerialNumber })));
}

function signingCertificate(
  certificate: Uint8Array,
  { issuer, serialNumber }: IssuedCertificate,
): Attribute {
  const certId = Object.assign(new EssCertIdV2(), {
    certHash: new OctetString(hash('sha256', certificate, 'buffer')),
    issuerSerial: Object.assign(new IssuerSerial(), {
      issuer: [new GeneralName({ directoryName: issuer })],
      serialNumber,
    }),
  });
  const value = Object.assign(new SigningCertificateV2(), { certs: new EssCertIds([certId]) });
  return attribute(ID_SIGNING_CERTIFICATE_V2, encode(value));
}
