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
import { decode, encodeAny } from './der.ts';
import { sha256 } from './digest.ts';

/** `id-etsi-ext-valassured-ST-certs`, ETSI EN 319 412-1 §5.2. */
export const ID_VALIDITY_ASSURED = '0.4.0.194121.2.1';

/** Key purposes of a certificate that signs documents: RFC 9336, Microsoft's, and e-mail's. */
export const DOCUMENT_SIGNING = [
  '1.3.6.1.5.5.7.3.36',
  '1.3.6.1.4.1.311.10.3.12',
  '1.3.6.1.5.5.7.3.4',
] as const;

const extension = (extnID: string, value: object, critical = false): Extension =>
  new Extension({ extnID, critical, extnValue: new OctetString(encodeAny(value)) });

/** An issuer of end-entity certificates only. */
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

export const revocationListAt = (url: string): Extension => {
  const fullName = [new GeneralName({ uniformResourceIdentifier: url })];
  const distributionPoint = new DistributionPointName({ fullName });
  return extension(
    id_ce_cRLDistributionPoints,
    new CRLDistributionPoints([new DistributionPoint({ distributionPoint })]),
  );
};

const issuerAt = (url: string): Extension => {
  const accessLocation = new GeneralName({ uniformResourceIdentifier: url });
  const access = new AccessDescription({ accessMethod: id_ad_caIssuers, accessLocation });
  return extension(id_pe_authorityInfoAccess, new AuthorityInfoAccessSyntax([access]));
};

/** Where an authority publishes what others need to judge its certificates. */
export interface Published {
  crlUrl: string;
  rootUrl: string;
}

export const publishedAt = ({ crlUrl, rootUrl }: Published): Extension[] => [
  revocationListAt(crlUrl),
  issuerAt(rootUrl),
];

/** "Validity assured, short term": so short-lived that revocation adds nothing. */
export const validityAssured = (): Extension =>
  new Extension({
    extnID: ID_VALIDITY_ASSURED,
    extnValue: new OctetString(AsnNullConverter.toASN(null).toBER()),
  });

export const subjectKeyIdentifier = async (spki: Uint8Array): Promise<Extension> =>
  extension(id_ce_subjectKeyIdentifier, new SubjectKeyIdentifier(await keyIdentifier(spki)));

export const authorityKeyIdentifier = async (spki: Uint8Array): Promise<Extension> =>
  extension(
    id_ce_authorityKeyIdentifier,
    new AuthorityKeyIdentifier({ keyIdentifier: new KeyIdentifier(await keyIdentifier(spki)) }),
  );

/** The leftmost 160 bits of the SHA-256 of the key's bits (RFC 7093 §2, method 1). */
const keyIdentifier = async (spki: Uint8Array): Promise<Uint8Array> => {
  const { subjectPublicKey } = decode(spki, SubjectPublicKeyInfo);
  return (await sha256(new Uint8Array(subjectPublicKey))).slice(0, 20);
};
