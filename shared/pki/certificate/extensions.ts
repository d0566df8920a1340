import { hash } from 'node:crypto';
import { AsnNullConverter, OctetString } from '@peculiar/asn1-schema';
import {
  AccessDescription,
  AuthorityInfoAccessSyntax,
  AuthorityKeyIdentifier,
  BasicConstraints,
  CertificatePolicies,
  CRLDistributionPoints,
  DistributionPoint,
  DistributionPointName,
  ExtendedKeyUsage,
  Extension,
  GeneralName,
  id_ad_caIssuers,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_cRLDistributionPoints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_pe_authorityInfoAccess,
  KeyIdentifier,
  KeyUsage,
  type KeyUsageFlags,
  PolicyInformation,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
} from '@peculiar/asn1-x509';
import { decode, encode, encodeAny, encoded } from '../asn1/der.ts';
import { ID_VALIDITY_ASSURED } from './policies.ts';

/** Extended key usages for document signing: RFC 9336, Microsoft's, and emailProtection. */
export const DOCUMENT_SIGNING = [
  '1.3.6.1.5.5.7.3.36',
  '1.3.6.1.4.1.311.10.3.12',
  '1.3.6.1.5.5.7.3.4',
] as const;

const extension = (extnID: string, value: object, critical = false): Extension =>
  new Extension({ extnID, critical, extnValue: new OctetString(encodeAny(value)) });

/** A CA that issues end-entity certificates only (path length 0). */
export const issuerConstraints = (): Extension =>
  extension(id_ce_basicConstraints, new BasicConstraints({ cA: true, pathLenConstraint: 0 }), true);

export const endEntityConstraints = (): Extension =>
  extension(id_ce_basicConstraints, new BasicConstraints({ cA: false }), true);

export const keyUsage = (...flags: readonly KeyUsageFlags[]): Extension =>
  extension(id_ce_keyUsage, new KeyUsage(flags.reduce((all, flag) => all | flag, 0)), true);

export const extendedKeyUsage = (purposes: readonly string[], critical = false): Extension =>
  extension(id_ce_extKeyUsage, new ExtendedKeyUsage([...purposes]), critical);

export const policies = (...identifiers: readonly string[]): Extension =>
  extension(
    id_ce_certificatePolicies,
    new CertificatePolicies(
      identifiers.map((policyIdentifier) => new PolicyInformation({ policyIdentifier })),
    ),
  );

export const subjectEmail = (email: string): Extension =>
  extension(
    id_ce_subjectAltName,
    new SubjectAlternativeName([new GeneralName({ rfc822Name: email })]),
  );

export function revocationListAt(url: string): Extension {
  const fullName = [new GeneralName({ uniformResourceIdentifier: url })];
  const distributionPoint = new DistributionPointName({ fullName });
  return extension(
    id_ce_cRLDistributionPoints,
    new CRLDistributionPoints([new DistributionPoint({ distributionPoint })]),
  );
}

function issuerAt(url: string): Extension {
  const accessLocation = new GeneralName({ uniformResourceIdentifier: url });
  const access = new AccessDescription({ accessMethod: id_ad_caIssuers, accessLocation });
  return extension(id_pe_authorityInfoAccess, new AuthorityInfoAccessSyntax([access]));
}

/** Where an authority publishes its revocation list and root certificate. */
export interface Published {
  readonly crlUrl: string;
  readonly rootUrl: string;
}

export const publishedAt = ({ crlUrl, rootUrl }: Published): Extension[] => [
  revocationListAt(crlUrl),
  issuerAt(rootUrl),
];

/** "Validity assured, short term" (ETSI EN 319 412-1 § 5.2): no revocation information is provided. */
export const validityAssured = (): Extension =>
  new Extension({
    extnID: ID_VALIDITY_ASSURED,
    extnValue: new OctetString(AsnNullConverter.toASN(null).toBER()),
  });

export const subjectKeyIdentifier = (spki: Uint8Array): Extension =>
  extension(id_ce_subjectKeyIdentifier, new SubjectKeyIdentifier(keyIdentifier(spki)));

const authorities = new WeakMap<Uint8Array, Extension>();

/** Cached per key, since it is the same in every certificate that the key issues. */
export function authorityKeyIdentifier(spki: Uint8Array): Extension {
  const identifier = authorities.get(spki) ?? issuedBy(spki);
  authorities.set(spki, identifier);
  return identifier;
}

function issuedBy(spki: Uint8Array): Extension {
  const value = new AuthorityKeyIdentifier({
    keyIdentifier: new KeyIdentifier(keyIdentifier(spki)),
  });
  return encoded(encode(extension(id_ce_authorityKeyIdentifier, value)));
}

/** The leftmost 160 bits of the SHA-256 of the public key's bits (RFC 7093 § 2, method 1). */
function keyIdentifier(spki: Uint8Array): Uint8Array {
  const { subjectPublicKey } = decode(spki, SubjectPublicKeyInfo);
  return hash('sha256', new Uint8Array(subjectPublicKey), 'buffer').subarray(0, 20);
}
