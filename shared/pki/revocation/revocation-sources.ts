import {
  AuthorityInfoAccessSyntax,
  BasicConstraints,
  CRLDistributionPoints,
  type Extension,
  type GeneralName,
  IssuingDistributionPoint,
  id_ad_ocsp,
  id_ce_basicConstraints,
  id_ce_cRLDistributionPoints,
  id_ce_issuingDistributionPoint,
  id_pe_authorityInfoAccess,
} from '@peculiar/asn1-x509';
import { decode } from '../asn1/der.ts';
import { extensionValue } from '../path/certificate-path.ts';

export interface RevocationSources {
  /** Addresses of revocation lists. */
  lists: string[];
  /** Addresses of OCSP responders. */
  responders: string[];
}

/** Where a certificate says that its revocation can be asked for, over HTTP. */
export const revocationSources = (certificate: Uint8Array): RevocationSources => {
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
};

/**
 * Whether a list is for certificates such as this one: its issuer may have cut it up by address or
 * by kind (RFC 5280 §5.2.5). One for some reasons alone, or for other issuers', covers nothing whole.
 */
export const coversCertificate = (
  listExtensions: readonly Extension[],
  certificate: Uint8Array,
): boolean => {
  const found = listExtensions.find(({ extnID }) => extnID === id_ce_issuingDistributionPoint);
  if (!found) return true;
  const scope = decode(new Uint8Array(found.extnValue.buffer), IssuingDistributionPoint);
  const addresses = addressesOf(scope);
  const { lists } = revocationSources(certificate);
  const authority = isAuthority(certificate);
  return (
    !scope.onlySomeReasons &&
    !scope.indirectCRL &&
    !scope.onlyContainsAttributeCerts &&
    !(scope.onlyContainsCACerts && !authority) &&
    !(scope.onlyContainsUserCerts && authority) &&
    (addresses.length === 0 || addresses.some((address) => lists.includes(address)))
  );
};

const isAuthority = (certificate: Uint8Array): boolean => {
  const basic = extensionValue(certificate, id_ce_basicConstraints);
  return basic !== undefined && decode(basic, BasicConstraints).cA;
};

const addressesOf = ({
  distributionPoint,
}: {
  distributionPoint?: { fullName?: GeneralName[] };
}): string[] => (distributionPoint?.fullName ?? []).flatMap(httpAddress);

const httpAddress = ({ uniformResourceIdentifier: url }: GeneralName): string[] =>
  url?.startsWith('http') ? [url] : [];
