import type { SingleResponse } from '@peculiar/asn1-ocsp';
import {
  id_ce_issuingDistributionPoint,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
} from '@peculiar/asn1-x509';
import { decode } from '../asn1/der.ts';
import { ID_VALIDITY_ASSURED } from '../certificate/policies.ts';
import { publicKeyOf, readCertificate, subjectNameOf } from '../certificate/read-certificate.ts';
import { hasRunOut } from '../certificate/validity.ts';
import { extensionValue, hasDuplicates } from '../path/certificate-path.ts';
import { equalBytes } from '../signature/digest.ts';
import { isSignatureRight } from '../signature/verify-signature.ts';
import { type Certified, readOcspResponse, revocableResponder } from './ocsp.ts';
import { readRevocationList } from './read-revocation-list.ts';
import { coversCertificate, revocationSources } from './revocation-sources.ts';

/** Available revocation data, DER. */
export interface RevocationData {
  /** CRLs, RFC 5280 § 5. */
  readonly revocationLists: readonly Uint8Array[];
  /** OCSP responses, RFC 6960. */
  readonly ocspResponses: readonly Uint8Array[];
}

export type RevocationStatus = 'good' | 'revoked' | 'unknown';

/** The only critical CRL extension supported; delta CRLs are therefore ignored. */
const SCOPE = id_ce_issuingDistributionPoint;

/** Milliseconds for which an answer without nextUpdate is valid. */
const TOLERANCE = 3_600_000;

/** What shows that a certificate was not revoked; `none`: the certificate names no source. */
export interface RevocationProof {
  readonly by: 'list' | 'response' | 'short life' | 'none';
  /** thisUpdate or producedAt of the list or response. */
  readonly at?: Date;
}

interface Answer {
  readonly status: RevocationStatus;
  readonly by: 'list' | 'response';
  readonly at?: Date;
}

/**
 * Whether the certificate was revoked at `at`. Data signed by another issuer, about another certificate or
 * expired before `at` is ignored. A certificate that names no source, or is short-lived with validity assured
 * (ETSI EN 319 412-1 § 5.2), is good unless a list contains it.
 */
export async function revocationStatus(
  certified: Certified,
  data: RevocationData,
  at: Date,
): Promise<RevocationStatus> {
  const proof = await revocationProof(certified, data, at);
  return typeof proof === 'string' ? proof : 'good';
}

/** As `revocationStatus`, with the proof if the certificate was good. */
export async function revocationProof(
  certified: Certified,
  data: RevocationData,
  at: Date,
): Promise<RevocationProof | 'revoked' | 'unknown'> {
  const answers = [
    ...(await Promise.all(data.revocationLists.map((list) => listAnswer(list, certified, at)))),
    ...(await Promise.all(data.ocspResponses.map((each) => ocspAnswer(each, certified, data, at)))),
  ];
  if (answers.some(({ status }) => status === 'revoked')) return 'revoked';
  const good = answers.find(({ status }) => status === 'good');
  if (good) return { by: good.by, ...(good.at && { at: good.at }) };
  if (extensionValue(certified[0], ID_VALIDITY_ASSURED)) return { by: 'short life' };
  return isRevocable(certified[0]) ? 'unknown' : { by: 'none' };
}

/** Whether the certificate names a revocation source. */
function isRevocable(certificate: Uint8Array): boolean {
  const { lists, responders } = revocationSources(certificate);
  return lists.length + responders.length > 0;
}

async function listAnswer(der: Uint8Array, certified: Certified, at: Date): Promise<Answer> {
  const list = readRevocationList(der);
  return { status: await listStatus(der, certified, at), by: 'list', at: list.thisUpdate };
}

async function listStatus(
  der: Uint8Array,
  [certificate, issuer]: Certified,
  at: Date,
): Promise<RevocationStatus> {
  if (!(await isListOf(der, issuer))) return 'unknown';
  const list = readRevocationList(der);
  const { serialNumber } = readCertificate(certificate).tbsCertificate;
  const revoked = list.revocationOf(new Uint8Array(serialNumber));
  if (revoked && revoked <= at) return 'revoked';
  const understood =
    !hasDuplicates(list.extensions) &&
    list.extensions.every(({ critical, extnID }) => !critical || extnID === SCOPE);
  const whole = understood && coversCertificate(list.extensions, certificate);
  return whole && holds(list, certificate, at) ? 'good' : 'unknown';
}

async function ocspAnswer(
  der: Uint8Array,
  certified: Certified,
  { revocationLists }: RevocationData,
  at: Date,
): Promise<Answer> {
  const response = await readOcspResponse(der, certified);
  const responder = response && (await revocableResponder(der, certified[1]));
  const lists = { revocationLists, ocspResponses: [] };
  if (!response) return { status: 'unknown', by: 'response' };
  const trusted =
    !responder || (await revocationStatus([responder, certified[1]], lists, at)) === 'good';
  const status = trusted ? saidBy(response, certified[0], at) : 'unknown';
  return { status, by: 'response', at: response.thisUpdate };
}

function saidBy(response: SingleResponse, certificate: Uint8Array, at: Date): RevocationStatus {
  const { revoked, good } = response.certStatus;
  if (revoked) return revoked.revocationTime <= at ? 'revoked' : 'good';
  return good === null && holds(response, certificate, at) ? 'good' : 'unknown';
}

/** An issuer may drop an expired certificate from its list (RFC 5280 § 3.3). */
function holds(
  { thisUpdate, nextUpdate }: { thisUpdate: Date; nextUpdate?: Date | undefined },
  certificate: Uint8Array,
  at: Date,
): boolean {
  const end = nextUpdate ?? new Date(thisUpdate.getTime() + TOLERANCE);
  return end >= at && !hasRunOut(certificate, thisUpdate);
}

/** Whether the issuer signed the list and its key usage allows that (RFC 5280 § 6.3.3). */
export async function isListOf(der: Uint8Array, issuer: Uint8Array): Promise<boolean> {
  const list = readRevocationList(der);
  if (!equalBytes(list.issuer, subjectNameOf(issuer))) return false;
  const usage = extensionValue(issuer, id_ce_keyUsage);
  if (usage && !(decode(usage, KeyUsage).toNumber() & KeyUsageFlags.cRLSign)) return false;
  const { algorithm, signature, signed } = list;
  return isSignatureRight({ publicKey: publicKeyOf(issuer), algorithm, signature, data: signed });
}
