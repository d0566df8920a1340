import { id_data } from '@peculiar/asn1-cms';
import { buildPath, PathError } from '../../pki/certificate-path.ts';
import { ID_SIGNATURE_TIMESTAMP } from '../../pki/cms.ts';
import { encode } from '../../pki/der.ts';
import { equalBytes, owned, sha256, toHex } from '../../pki/digest.ts';
import { commonNameOf } from '../../pki/distinguished-name.ts';
import type { Certified } from '../../pki/ocsp.ts';
import {
  checkSignedData,
  type OpenSignedData,
  openSignedData,
} from '../../pki/open-signed-data.ts';
import { readCertificate } from '../../pki/read-certificate.ts';
import { revocationStatus } from '../../pki/revocation-check.ts';
import { type CheckedTimestamp, checkTimestampToken } from '../../pki/timestamp-token.ts';
import type { ValidationData } from '../revision.ts';
import type { Covered } from './byte-range.ts';
import type { FoundSignature } from './find-signature.ts';
import { type CertificateReport, type SignatureReport, VerifyError } from './report.ts';

export interface Evidence extends ValidationData {
  roots: readonly Uint8Array[];
  /** Trusted beside them, but for timestamps alone. */
  timestampRoots: readonly Uint8Array[];
}

export interface CheckedSignature {
  report: SignatureReport;
  /** The signer's certificate, DER. */
  certificate: Uint8Array;
}

/**
 * Checks one signature whole: CMS, timestamp, both paths to a root at the timestamp's time, and
 * revocation. Throws `VerifyError`.
 */
export const checkSignature = async (
  signature: FoundSignature,
  covered: Covered,
  evidence: Evidence,
): Promise<CheckedSignature> => {
  const { time, certificate } =
    signature.kind === 'timestamp'
      ? await checkDocumentTimestamp(covered, evidence)
      : await checkCades(covered, evidence);
  const described = await describeCertificate(certificate);
  return {
    certificate,
    report: {
      kind: signature.kind,
      field: signature.field,
      signer: described.subject,
      at: time.toISOString(),
      covers: covered.end,
      certificate: described,
    },
  };
};

const checkDocumentTimestamp = async ({ cms, content }: Covered, evidence: Evidence) => {
  const token = await checkToken(cms, await sha256(content));
  await checkTimestampTrust(token, evidence);
  return token;
};

const checkCades = async ({ cms, content }: Covered, evidence: Evidence) => {
  const open = await asReason('signature_wrong', async () => openSignedData(cms));
  const digest = new Uint8Array(await crypto.subtle.digest(open.digest, owned(content)));
  await asReason('signature_wrong', async () => checkDetached(open, digest));
  const signatureValue = new Uint8Array(open.signerInfo.signature.buffer);
  const token = await checkToken(signatureTimestamp(open), await sha256(signatureValue));
  await checkTimestampTrust(token, evidence);
  await checkSignerTrust(open, token.time, evidence);
  return { time: token.time, certificate: open.certificate };
};

const checkDetached = async (open: OpenSignedData, digest: Uint8Array): Promise<void> => {
  const { eContentType, eContent } = open.signedData.encapContentInfo;
  if (eContentType !== id_data || eContent) throw new Error('the CMS is not detached');
  await checkSignedData(open, digest);
};

/** The signature timestamp, which must be the only unsigned attribute. */
const signatureTimestamp = ({ signerInfo }: OpenSignedData): Uint8Array => {
  const [attribute, ...others] = signerInfo.unsignedAttrs ?? [];
  const [token, ...more] = attribute?.attrValues ?? [];
  const alone = others.length === 0 && more.length === 0;
  if (attribute?.attrType !== ID_SIGNATURE_TIMESTAMP || !token || !alone)
    throw new VerifyError('timestamp_wrong', 'a signature without exactly one timestamp');
  return new Uint8Array(token);
};

const checkToken = (token: Uint8Array, imprint: Uint8Array): Promise<CheckedTimestamp> =>
  asReason('timestamp_wrong', () => checkTimestampToken(token, imprint));

const checkTimestampTrust = (token: CheckedTimestamp, evidence: Evidence): Promise<void> => {
  const roots = [...evidence.roots, ...evidence.timestampRoots];
  return checkTrust(token, token.time, { ...evidence, roots });
};

/**
 * A key that a public authority has certified too is trusted for what the company's own root says of
 * it: the certificate for the same key in the document security store. The public chain must then
 * still be whole, or its bytes would mean nothing.
 */
const checkSignerTrust = async (open: OpenSignedData, at: Date, evidence: Evidence) => {
  const own = evidence.certificates.find((each) => isForSameKey(each, open.certificate));
  if (!own || equalBytes(own, open.certificate)) return checkTrust(open, at, evidence);
  await checkTrust({ certificate: own, certificates: [] }, at, evidence);
  const roots = open.certificates.filter((each) => isTopmost(each, open.certificates));
  await checkTrust(open, at, { ...evidence, roots });
};

const isForSameKey = (left: Uint8Array, right: Uint8Array): boolean =>
  equalBytes(keyOf(left), keyOf(right));

const keyOf = (der: Uint8Array): Uint8Array =>
  encode(readCertificate(der).tbsCertificate.subjectPublicKeyInfo);

/** Whether its issuer is not among the others. */
const isTopmost = (der: Uint8Array, all: readonly Uint8Array[]): boolean => {
  const issuer = encode(readCertificate(der).tbsCertificate.issuer);
  return !all.some(
    (other) =>
      other !== der && equalBytes(encode(readCertificate(other).tbsCertificate.subject), issuer),
  );
};

interface Signer {
  certificate: Uint8Array;
  certificates: readonly Uint8Array[];
}

/** Every certificate in a CMS must be of use, or its bytes would mean nothing. */
const checkTrust = async (signer: Signer, at: Date, evidence: Evidence): Promise<void> => {
  const path = await pathOf(signer, { roots: evidence.roots, at });
  const unused = signer.certificates.filter((each) => !path.some((used) => equalBytes(used, each)));
  if (unused.length > 0) throw new VerifyError('signature_wrong', 'a certificate of no use');
  for (const [index, issuer] of path.slice(1).entries())
    await checkRevocation([path[index]!, issuer], evidence, at);
};

const checkRevocation = async (certified: Certified, evidence: Evidence, at: Date) => {
  const status = await revocationStatus(certified, evidence, at);
  const name = commonNameOf(readCertificate(certified[0]).tbsCertificate.subject);
  if (status === 'revoked')
    throw new VerifyError('certificate_revoked', `its issuer had revoked ${name}`);
  if (status === 'unknown')
    throw new VerifyError('revocation_unknown', `of ${name} at ${at.toISOString()}`);
};

const pathOf = async (
  { certificate, certificates }: Signer,
  trust: Parameters<typeof buildPath>[2],
) => {
  try {
    return await buildPath(certificate, certificates, trust);
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    const code = error.code === 'untrusted' ? 'untrusted' : 'certificate_wrong';
    throw new VerifyError(code, error.message);
  }
};

/** Whatever goes wrong inside, also in a parser, goes wrong for this reason. */
const asReason = async <T>(
  code: 'signature_wrong' | 'timestamp_wrong',
  check: () => Promise<T>,
): Promise<T> => {
  try {
    return await check();
  } catch (error) {
    throw new VerifyError(code, error instanceof Error ? error.message : String(error));
  }
};

const describeCertificate = async (der: Uint8Array): Promise<CertificateReport> => {
  const { subject, issuer, serialNumber, validity } = readCertificate(der).tbsCertificate;
  return {
    subject: commonNameOf(subject),
    issuer: commonNameOf(issuer),
    serialNumber: toHex(new Uint8Array(serialNumber)),
    notBefore: validity.notBefore.getTime().toISOString(),
    notAfter: validity.notAfter.getTime().toISOString(),
    sha256: toHex(await sha256(der)),
  };
};
