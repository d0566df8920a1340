import { id_data } from '@peculiar/asn1-cms';
import { commonNameOf } from '../../pki/certificate/distinguished-name.ts';
import { POLICIES } from '../../pki/certificate/policies.ts';
import { readCertificate } from '../../pki/certificate/read-certificate.ts';
import { checkStrictForm } from '../../pki/cms/check-signing-certificate.ts';
import { ID_SIGNATURE_TIMESTAMP } from '../../pki/cms/cms-schema.ts';
import {
  checkSignedData,
  type OpenSignedData,
  openSignedData,
} from '../../pki/cms/open-signed-data.ts';
import { owned, sha256, toHex } from '../../pki/signature/digest.ts';
import { type CheckedTimestamp, checkTimestampToken } from '../../pki/timestamp/timestamp-token.ts';
import type { CoveredBytes } from './byte-range.ts';
import {
  checkSignerTrust,
  checkTimestampTrust,
  type Evidence,
  type Trusted,
} from './check-trust.ts';
import type { FoundSignature } from './find-signature.ts';
import { type CertificateReport, messageOf, type SignatureReport, VerifyError } from './report.ts';

export interface CheckedSignature {
  readonly report: SignatureReport;
  /** The signer's certificate, DER. */
  readonly certificate: Uint8Array;
}

/** Certificate policies required of keys certified by the company's own authority. */
const ROLES = { party: POLICIES.oneTimeSignature, seal: POLICIES.companySeal } as const;

/**
 * Checks one signature: CMS, timestamp, both certificate paths at the timestamp's time, and revocation.
 * Throws `VerifyError`.
 */
export async function checkSignature(
  signature: FoundSignature,
  covered: CoveredBytes,
  evidence: Evidence,
): Promise<CheckedSignature> {
  const { time, trusted, timestampedBy } =
    signature.kind === 'timestamp'
      ? await checkDocumentTimestamp(covered, evidence)
      : await checkCades(covered, evidence, ROLES[signature.kind]);
  const [described, ...chain] = await Promise.all(trusted.path.map(describeCertificate));
  const certificate = trusted.path[0] as Uint8Array;
  return {
    certificate,
    report: {
      kind: signature.kind,
      field: signature.field,
      signer: described!.subject,
      at: time.toISOString(),
      covers: covered.end,
      certificate: described!,
      chain,
      revocation: trusted.revocation,
      ...(timestampedBy !== undefined && { timestampedBy }),
    },
  };
}

interface Checked {
  readonly time: Date;
  readonly trusted: Trusted;
  readonly timestampedBy?: string;
}

async function checkDocumentTimestamp(
  { cms, content, isCovered }: CoveredBytes,
  evidence: Evidence,
): Promise<Checked> {
  const token = await checkToken(cms, await sha256(content), isCovered);
  return { time: token.time, trusted: await checkTimestampTrust(token, evidence, isCovered) };
}

async function checkCades(
  { cms, content, isCovered }: CoveredBytes,
  evidence: Evidence,
  role: string,
): Promise<Checked> {
  const open = await asReason('signature_wrong', async () => openSignedData(cms));
  const digest = new Uint8Array(await crypto.subtle.digest(open.digest, owned(content)));
  await asReason('signature_wrong', async () => checkDetached(open, digest, isCovered));
  const signatureValue = new Uint8Array(open.signerInfo.signature.buffer);
  const imprint = await sha256(signatureValue);
  const token = await checkToken(signatureTimestamp(open), imprint, isCovered);
  await checkTimestampTrust(token, evidence, true);
  const trusted = await checkSignerTrust(open, token.time, { ...evidence, role });
  const timestampedBy = commonNameOf(readCertificate(token.certificate).tbsCertificate.subject);
  return { time: token.time, trusted, timestampedBy };
}

async function checkDetached(
  open: OpenSignedData,
  digest: Uint8Array,
  isCovered: boolean,
): Promise<void> {
  const { eContentType, eContent } = open.signedData.encapContentInfo;
  if (eContentType !== id_data || eContent) throw new Error('the CMS is not detached');
  await checkSignedData(open, digest, isCovered);
  await checkStrictForm(open.signerInfo, open.certificate);
}

/** The signature timestamp, the only unsigned attribute allowed. */
function signatureTimestamp({ signerInfo }: OpenSignedData): Uint8Array {
  const [attribute, ...others] = signerInfo.unsignedAttrs ?? [];
  const [token, ...more] = attribute?.attrValues ?? [];
  const alone = others.length === 0 && more.length === 0;
  if (attribute?.attrType !== ID_SIGNATURE_TIMESTAMP || !token || !alone)
    throw new VerifyError('timestamp_wrong', 'a signature without exactly one timestamp');
  return new Uint8Array(token);
}

const checkToken = (
  token: Uint8Array,
  imprint: Uint8Array,
  isCovered: boolean,
): Promise<CheckedTimestamp> =>
  asReason('timestamp_wrong', () => checkTimestampToken(token, imprint, isCovered));

/** Converts every error, also of a parser, to a VerifyError with this code. */
async function asReason<T>(
  code: 'signature_wrong' | 'timestamp_wrong',
  check: () => Promise<T>,
): Promise<T> {
  try {
    return await check();
  } catch (error) {
    throw new VerifyError(code, messageOf(error));
  }
}

async function describeCertificate(der: Uint8Array): Promise<CertificateReport> {
  const { subject, issuer, serialNumber, validity } = readCertificate(der).tbsCertificate;
  return {
    subject: commonNameOf(subject),
    issuer: commonNameOf(issuer),
    serialNumber: toHex(new Uint8Array(serialNumber)),
    notBefore: validity.notBefore.getTime().toISOString(),
    notAfter: validity.notAfter.getTime().toISOString(),
    sha256: toHex(await sha256(der)),
  };
}
