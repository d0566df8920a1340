import { CertificatePolicies, id_ce_certificatePolicies } from '@peculiar/asn1-x509';
import { decode } from '../../pki/asn1/der.ts';
import { commonNameOf } from '../../pki/certificate/distinguished-name.ts';
import {
  issuerNameOf,
  publicKeyOf,
  readCertificate,
  subjectNameOf,
} from '../../pki/certificate/read-certificate.ts';
import type { OpenSignedData } from '../../pki/cms/open-signed-data.ts';
import {
  buildPath,
  extensionValue,
  PathError,
  type Trust,
} from '../../pki/path/certificate-path.ts';
import type { Certified } from '../../pki/revocation/ocsp.ts';
import { revocationProof } from '../../pki/revocation/revocation-check.ts';
import { equalBytes, isAmong } from '../../pki/signature/digest.ts';
import type { CheckedTimestamp } from '../../pki/timestamp/timestamp-token.ts';
import type { ValidationData } from '../revision/change.ts';
import { type RevocationReport, VerifyError } from './report.ts';

export interface Evidence extends ValidationData {
  readonly roots: readonly Uint8Array[];
  /** Additional trust anchors for timestamps only. */
  readonly timestampRoots: readonly Uint8Array[];
}

/** The path from a certificate to a root (DER), and the proof that it was not revoked. */
export interface Trusted {
  readonly path: readonly Uint8Array[];
  readonly revocation: readonly RevocationReport[];
}

/**
 * Checks a timestamp's path. The token covers its own certificate by digest, not the bytes of its issuers.
 * Nothing covers the last token, so there each issuer must be in the document security store, which the
 * timestamps cover; exactly the certificates of the path must be present, and if several paths are valid only
 * the first is accepted. Earlier tokens may carry further certificates, as the first releases stored them.
 */
export async function checkTimestampTrust(
  token: CheckedTimestamp,
  evidence: Evidence,
  isCovered: boolean,
): Promise<Trusted> {
  if (isCovered) return checkTrust(token, token.time, withTimestampRoots(evidence));
  const known = [token.certificate, ...evidence.certificates];
  const { roots } = withTimestampRoots(evidence);
  const complete = token.certificates.every((each) => isAmong(known, each));
  // If a certificate's own root is missing from the store, the check below fails.
  const stored = complete ? roots.filter((root) => isAmong(known, root)) : roots;
  const trusted = await checkTrust(token, token.time, { ...evidence, roots: stored }, []);
  const { path } = trusted;
  if (!path.every((each) => isAmong(known, each)))
    throw new VerifyError('signature_wrong', 'a certificate is missing from the validation data');
  if (!path.every((each) => isAmong(token.certificates, each)))
    throw new VerifyError('signature_wrong', 'the timestamp lacks a certificate of its path');
  return trusted;
}

const withTimestampRoots = (evidence: Evidence): Evidence => ({
  ...evidence,
  roots: [...evidence.roots, ...evidence.timestampRoots],
});

/**
 * A key that a public authority certified too is trusted by the company's own certificate for it, in the
 * document security store. The public chain must still be valid, so that none of its bytes can be changed.
 */
export async function checkSignerTrust(
  open: OpenSignedData,
  at: Date,
  { role, ...evidence }: Evidence & { role: string },
): Promise<Trusted> {
  const own = evidence.certificates.find((each) => isForSameKey(each, open.certificate));
  if (!own || equalBytes(own, open.certificate)) {
    const trusted = await checkTrust(open, at, evidence);
    checkRole(open.certificate, role);
    return trusted;
  }
  await checkTrust({ certificate: own, certificates: [] }, at, evidence);
  checkRole(own, role);
  const roots = open.certificates.filter((each) => isTopmost(each, open.certificates));
  return checkTrust(open, at, { ...evidence, roots });
}

function checkRole(der: Uint8Array, role: string): void {
  const extension = extensionValue(der, id_ce_certificatePolicies);
  const policies = extension ? [...decode(extension, CertificatePolicies)] : [];
  if (!policies.some(({ policyIdentifier }) => policyIdentifier === role))
    throw new VerifyError('certificate_wrong', 'the certificate has another policy');
}

const isForSameKey = (left: Uint8Array, right: Uint8Array): boolean =>
  equalBytes(publicKeyOf(left), publicKeyOf(right));

/** Whether the certificate's issuer is not among the others. */
function isTopmost(der: Uint8Array, all: readonly Uint8Array[]): boolean {
  const issuer = issuerNameOf(der);
  return !all.some((other) => other !== der && equalBytes(subjectNameOf(other), issuer));
}

interface Signer {
  readonly certificate: Uint8Array;
  readonly certificates: readonly Uint8Array[];
}

/** Every certificate in a CMS must be part of the path, so that none of its bytes can be changed. */
async function checkTrust(
  signer: Signer,
  at: Date,
  evidence: Evidence,
  wanted = signer.certificates,
): Promise<Trusted> {
  const path = await pathOf(signer, { roots: evidence.roots, at }, wanted);
  const unused = signer.certificates.some((each) => !isAmong(path, each));
  if (unused) throw new VerifyError('signature_wrong', 'unused certificate');
  const revocation: RevocationReport[] = [];
  for (const [index, issuer] of path.slice(1).entries())
    revocation.push(await checkRevocation([path[index]!, issuer], evidence, at));
  return { path, revocation };
}

async function checkRevocation(
  certified: Certified,
  evidence: Evidence,
  at: Date,
): Promise<RevocationReport> {
  const proof = await revocationProof(certified, evidence, at);
  const subject = commonNameOf(readCertificate(certified[0]).tbsCertificate.subject);
  if (proof === 'revoked')
    throw new VerifyError('certificate_revoked', `its issuer had revoked ${subject}`);
  if (proof === 'unknown')
    throw new VerifyError(
      'revocation_unknown',
      `revocation status of ${subject} at ${at.toISOString()}`,
    );
  return { subject, by: proof.by, ...(proof.at && { at: proof.at.toISOString() }) };
}

async function pathOf(
  { certificate, certificates }: Signer,
  trust: Trust,
  wanted: readonly Uint8Array[],
) {
  try {
    return await buildPath(certificate, certificates, trust, wanted);
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    const code = error.code === 'untrusted' ? 'untrusted' : 'certificate_wrong';
    throw new VerifyError(code, error.message);
  }
}
