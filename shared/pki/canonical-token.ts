import { ContentInfo, id_signedData, SignerInfos } from '@peculiar/asn1-cms';
import { buildPath } from './certificate-path.ts';
import { DerSet, SignedDataDer } from './cms-schema.ts';
import { decode, encode, encodeAny, sortedDer } from './der.ts';
import { equalBytes } from './digest.ts';
import { CmsError } from './open-signed-data.ts';
import { checkTimestampToken } from './timestamp-token.ts';
import { isRsa } from './verify-signature.ts';

/**
 * An outside authority's token, checked over its SHA-256 digest, with the certificates of its path
 * to one of the roots and nothing else that no signature covers: what an authority sends along
 * (other certificates, revocation lists, unsigned attributes) could be changed unseen at the end
 * of a file. What the authority signed stays as it is. Throws `CmsError` and `PathError`.
 */
export const canonicalToken = async (
  token: Uint8Array,
  sha256: Uint8Array,
  roots: readonly Uint8Array[],
): Promise<Uint8Array> => {
  const all = withCertificates(token);
  const { certificate, certificates, time } = await checkTimestampToken(all, sha256);
  const path = await buildPath(certificate, certificates, { roots, at: time });
  return withCertificates(token, (each) => path.some((used) => equalBytes(used, each)));
};

/**
 * Parameters may be NULL or absent (RFC 5754 §2) and no signature says which: one form alone is
 * taken by `openSignedData`.
 */
const plainAlgorithms = (signedData: SignedDataDer): void => {
  for (const digest of signedData.digestAlgorithms) delete digest.parameters;
  for (const { digestAlgorithm, signatureAlgorithm } of signedData.signerInfos) {
    delete digestAlgorithm.parameters;
    if (isRsa(signatureAlgorithm.algorithm)) signatureAlgorithm.parameters = null;
  }
};

const withCertificates = (
  token: Uint8Array,
  isWanted: (certificate: Uint8Array) => boolean = () => true,
): Uint8Array => {
  const { contentType, content } = decode(token, ContentInfo);
  if (contentType !== id_signedData) throw new CmsError('not a CMS SignedData');
  const signedData = decode(new Uint8Array(content), SignedDataDer);
  const certificates = [...(signedData.certificates ?? [])].map((raw) => new Uint8Array(raw));
  signedData.certificates = new DerSet(sortedDer(certificates.filter(isWanted)));
  delete signedData.crls;
  plainAlgorithms(signedData);
  signedData.signerInfos = new SignerInfos(
    [...signedData.signerInfos].map((signer) => {
      delete signer.unsignedAttrs;
      return signer;
    }),
  );
  return encode(new ContentInfo({ contentType, content: encodeAny(signedData) }));
};
