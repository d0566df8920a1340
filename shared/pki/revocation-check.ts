import {
  id_ce_issuingDistributionPoint,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
} from '@peculiar/asn1-x509';
import { extensionValue } from './certificate-path.ts';
import { decode } from './der.ts';
import { equalBytes } from './digest.ts';
import { type Certified, readOcspResponse, revocableResponder } from './ocsp.ts';
import { ID_VALIDITY_ASSURED } from './policies.ts';
import { publicKeyOf, readCertificate, subjectNameOf } from './read-certificate.ts';
import { readRevocationList } from './read-revocation-list.ts';
import { coversCertificate, revocationSources } from './revocation-sources.ts';
import { isSignatureRight } from './verify-signature.ts';

/** What is known of revocations, DER. */
export interface RevocationData {
  /** RFC 5280 §5. */
  revocationLists: readonly Uint8Array[];
  /** RFC 6960. */
  ocspResponses: readonly Uint8Array[];
}

export type RevocationStatus = 'good' | 'revoked' | 'unknown';

/** The one critical extension of a list that is understood: so none that has only the changes. */
const SCOPE = id_ce_issuingDistributionPoint;

/** An answer without an end is taken to hold for as long as this before it is asked again. */
const TOLERANCE = 3_600_000;

/**
 * Whether the issuer had revoked the certificate by `at`. What is signed by others, is about others
 * or had run out before `at` says nothing. A certificate that names no source, or whose validity is
 * assured by its short life (ETSI EN 319 412-1 §5.2), is good unless a list names it.
 */
export const revocationStatus = async (
  certified: Certified,
  data: RevocationData,
  at: Date,
): Promise<RevocationStatus> => {
  const statuses = [
    ...(await Promise.all(data.revocationLists.map((list) => listStatus(list, certified, at)))),
    ...(await Promise.all(data.ocspResponses.map((each) => ocspStatus(each, certified, data, at)))),
  ];
  if (statuses.includes('revoked')) return 'revoked';
  return statuses.includes('good') || !isRevocable(certified[0]) ? 'good' : 'unknown';
};

/** Whether its issuer says where to ask for it, and it lives long enough for that to matter. */
const isRevocable = (certificate: Uint8Array): boolean => {
  const { lists, responders } = revocationSources(certificate);
  const assured = extensionValue(certificate, ID_VALIDITY_ASSURED) !== undefined;
  return !assured && lists.length + responders.length > 0;
};

const listStatus = async (
  der: Uint8Array,
  [certificate, issuer]: Certified,
  at: Date,
): Promise<RevocationStatus> => {
  if (!(await isListOf(der, issuer))) return 'unknown';
  const list = readRevocationList(der);
  const { serialNumber } = readCertificate(certificate).tbsCertificate;
  const revoked = list.revocationOf(new Uint8Array(serialNumber));
  if (revoked && revoked <= at) return 'revoked';
  const understood = list.extensions.every(({ critical, extnID }) => !critical || extnID === SCOPE);
  const whole = understood && coversCertificate(list.extensions, certificate);
  return whole && holds(list, certificate, at) ? 'good' : 'unknown';
};

const ocspStatus = async (
  der: Uint8Array,
  certified: Certified,
  { revocationLists }: RevocationData,
  at: Date,
): Promise<RevocationStatus> => {
  const response = await readOcspResponse(der, certified);
  const responder = response && (await revocableResponder(der, certified[1]));
  const lists = { revocationLists, ocspResponses: [] };
  if (!response) return 'unknown';
  if (responder && (await revocationStatus([responder, certified[1]], lists, at)) !== 'good')
    return 'unknown';
  const { revoked, good } = response.status;
  if (revoked) return revoked.time <= at ? 'revoked' : 'good';
  return good === null && holds(response, certified[0], at) ? 'good' : 'unknown';
};

/** An issuer may forget a certificate once it has run out (RFC 5280 §3.3). */
const holds = (
  { thisUpdate, nextUpdate }: { thisUpdate: Date; nextUpdate?: Date | undefined },
  certificate: Uint8Array,
  at: Date,
): boolean => {
  const { notAfter } = readCertificate(certificate).tbsCertificate.validity;
  const end = nextUpdate ?? new Date(thisUpdate.getTime() + TOLERANCE);
  return end >= at && thisUpdate <= notAfter.getTime();
};

/** Whether the issuer signed the list, and may sign lists (RFC 5280 §6.3.3). */
export const isListOf = async (der: Uint8Array, issuer: Uint8Array): Promise<boolean> => {
  const list = readRevocationList(der);
  if (!equalBytes(list.issuer, subjectNameOf(issuer))) return false;
  const usage = extensionValue(issuer, id_ce_keyUsage);
  if (usage && !(decode(usage, KeyUsage).toNumber() & KeyUsageFlags.cRLSign)) return false;
  const { algorithm, signature, signed } = list;
  return isSignatureRight({ publicKey: publicKeyOf(issuer), algorithm, signature, data: signed });
};
