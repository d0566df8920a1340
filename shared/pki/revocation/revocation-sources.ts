import {
  AuthorityInfoAccessSyntax,
  BasicConstraints,
  CRLDistributionPoints,
  type DistributionPointName,
  type Extension,
  GeneralName,
  IssuingDistributionPoint,
  id_ad_ocsp,
  id_ce_basicConstraints,
  id_ce_cRLDistributionPoints,
  id_ce_issuingDistributionPoint,
  id_pe_authorityInfoAccess,
  Name,
} from '@peculiar/asn1-x509';
import { decode, encode } from '../asn1/der.ts';
import { readCertificate } from '../certificate/read-certificate.ts';
import { extensionValue } from '../path/certificate-path.ts';
import { isAmong } from '../signature/digest.ts';

export interface RevocationSources {
  /** CRL URLs. */
  readonly lists: readonly string[];
  /** OCSP responder URLs. */
  readonly responders: readonly string[];
}

/** The HTTP revocation sources that a certificate names. */
export function revocationSources(certificate: Uint8Array): RevocationSources {
  const points = extensionValue(certificate, id_ce_cRLDistributionPoints);
  const access = extensionValue(certificate, id_pe_authorityInfoAccess);
  return {
    lists: points ? [...decode(points, CRLDistributionPoints)].flatMap(addressesOf) : [],
    responders: access
      ? [...decode(access, AuthorityInfoAccessSyntax)]
          .filter(({ accessMethod }) => accessMethod === id_ad_ocsp)
          .flatMap(({ accessLocation }) => httpAddress(accessLocation))
      : [],
  };
}

/**
 * Whether a list's scope includes the certificate: it may be partitioned by distribution point or kind (RFC
 * 5280 § 5.2.5). Lists for some reasons only, and indirect lists, are not supported.
 */
export function coversCertificate(
  listExtensions: readonly Extension[],
  certificate: Uint8Array,
): boolean {
  const found = listExtensions.find(({ extnID }) => extnID === id_ce_issuingDistributionPoint);
  if (!found) return true;
  const scope = decode(new Uint8Array(found.extnValue.buffer), IssuingDistributionPoint);
  const authority = isAuthority(certificate);
  return (
    !scope.onlySomeReasons &&
    !scope.indirectCRL &&
    !scope.onlyContainsAttributeCerts &&
    !(scope.onlyContainsCACerts && !authority) &&
    !(scope.onlyContainsUserCerts && authority) &&
    (!scope.distributionPoint || isNamedBy(certificate, scope.distributionPoint))
  );
}

/**
 * Whether the certificate names the point; a point without names means all of the issuer's (RFC 5280 §
 * 6.3.3).
 */
function isNamedBy(certificate: Uint8Array, point: DistributionPointName): boolean {
  const { issuer } = readCertificate(certificate).tbsCertificate;
  const found = extensionValue(certificate, id_ce_cRLDistributionPoints);
  const points = found ? [...decode(found, CRLDistributionPoints)] : [];
  const own = new GeneralName({ directoryName: issuer });
  const names = points.flatMap(({ distributionPoint }) => namesOf(distributionPoint, issuer));
  const known = [own, ...names].map(encode);
  return namesOf(point, issuer).some((name) => isAmong(known, encode(name)));
}

/** The point's full names, resolved against the issuer if relative. */
const namesOf = (
  { fullName = [], nameRelativeToCRLIssuer: part }: DistributionPointName = {},
  issuer: Name,
): GeneralName[] =>
  part ? [new GeneralName({ directoryName: new Name([...issuer, part]) })] : fullName;

function isAuthority(certificate: Uint8Array): boolean {
  const basic = extensionValue(certificate, id_ce_basicConstraints);
  return basic !== undefined && decode(basic, BasicConstraints).cA;
}

const addressesOf = ({
  distributionPoint,
}: {
  distributionPoint?: { fullName?: readonly GeneralName[] };
}): string[] => (distributionPoint?.fullName ?? []).flatMap(httpAddress);

const httpAddress = ({ uniformResourceIdentifier: url }: GeneralName): string[] =>
  url?.startsWith('http') ? [url] : [];
