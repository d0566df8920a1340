import { id_ct_tstInfo, TSTInfo } from '@peculiar/asn1-tsp';
import { ExtendedKeyUsage, id_ce_extKeyUsage, id_kp_timeStamping } from '@peculiar/asn1-x509';
import { decode } from '../asn1/der.ts';
import { readCertificate } from '../certificate/read-certificate.ts';
import { CmsError } from '../cms/cms-error.ts';
import { checkSignedData, openSignedData } from '../cms/open-signed-data.ts';
import { equalBytes, owned } from '../signature/digest.ts';
import { DIGESTS } from '../signature/verify-signature.ts';

export interface CheckedTimestamp {
  readonly time: Date;
  readonly policy: string;
  /** Content octets of the nonce INTEGER. */
  readonly nonce?: Uint8Array;
  /** The authority's certificate, and all certificates in the token, DER. */
  readonly certificate: Uint8Array;
  readonly certificates: readonly Uint8Array[];
}

/**
 * Verifies an RFC 3161 token over a SHA-256 digest: structure, imprint, signature, certificate reference (RFC
 * 5816) and key purpose. Throws `CmsError`. The caller checks trust. `isCovered`: see `checkSignedData`.
 */
export async function checkTimestampToken(
  token: Uint8Array,
  sha256: Uint8Array,
  isCovered = false,
): Promise<CheckedTimestamp> {
  const open = openSignedData(token);
  const { eContentType, eContent } = open.signedData.encapContentInfo;
  if (eContentType !== id_ct_tstInfo || !eContent?.single) throw new CmsError('not a timestamp');
  if (open.signerInfo.unsignedAttrs) throw new CmsError('the timestamp has unsigned attributes');
  const content = new Uint8Array(eContent.single.buffer);
  const info = decode(content, TSTInfo);
  checkImprint(info, sha256);
  await checkSignedData(open, await digestOf(content, open.digest), isCovered);
  checkPurpose(open.certificate);
  const { certificate, certificates } = open;
  const nonce = info.nonce && { nonce: new Uint8Array(info.nonce) };
  return { time: info.genTime, policy: info.policy, ...nonce, certificate, certificates };
}

const digestOf = async (bytes: Uint8Array, digest: string) =>
  new Uint8Array(await crypto.subtle.digest(digest, owned(bytes)));

function checkImprint({ messageImprint }: TSTInfo, sha256: Uint8Array): void {
  const { hashAlgorithm, hashedMessage } = messageImprint;
  const same = equalBytes(new Uint8Array(hashedMessage.buffer), sha256);
  if (DIGESTS[hashAlgorithm.algorithm] !== 'SHA-256' || !same)
    throw new CmsError('the timestamp is over another digest');
}

/** RFC 3161 § 2.3: timeStamping is the only extended key usage, and critical. */
function checkPurpose(certificate: Uint8Array): void {
  const { extensions } = readCertificate(certificate).tbsCertificate;
  const found = extensions?.find(({ extnID }) => extnID === id_ce_extKeyUsage);
  const purposes = found && [...decode(new Uint8Array(found.extnValue.buffer), ExtendedKeyUsage)];
  if (!found?.critical || purposes?.length !== 1 || purposes[0] !== id_kp_timeStamping)
    throw new CmsError('the timestamp’s certificate is not for timestamping only');
}
