import {
  ContentInfo,
  DigestAlgorithmIdentifiers,
  id_signedData,
  type SignerInfo,
  SignerInfos,
} from '@peculiar/asn1-cms';
import { OctetString } from '@peculiar/asn1-schema';
import { decode, encode, encodeAny, sortedDer } from '../asn1/der.ts';
import { publicKeyOf } from '../certificate/read-certificate.ts';
import { canonicalAlgorithms } from '../cms/canonical-algorithms.ts';
import { CmsError } from '../cms/cms-error.ts';
import { DerSet, SignedDataDer } from '../cms/cms-schema.ts';
import { signerCertificate } from '../cms/open-signed-data.ts';
import { buildPath } from '../path/certificate-path.ts';
import { lowSSignature } from '../signature/ecdsa.ts';
import { checkTimestampToken } from './timestamp-token.ts';

/**
 * Verifies an outside authority's token over its SHA-256 digest and rebuilds it in canonical form: only the
 * certificates of its path to a root, none of the unsigned extras (other certificates, revocation lists,
 * unsigned attributes), which could be changed undetected at the end of a file. Signed parts stay byte for
 * byte. Throws `CmsError` or `PathError`.
 */
export async function canonicalToken(
  token: Uint8Array,
  sha256: Uint8Array,
  roots: readonly Uint8Array[],
): Promise<Uint8Array> {
  const all = withCertificates(token);
  const { certificate, certificates, time } = await checkTimestampToken(all, sha256);
  const path = await buildPath(certificate, certificates, { roots, at: time });
  return withCertificates(token, path);
}

function withCertificates(token: Uint8Array, wanted?: readonly Uint8Array[]): Uint8Array {
  const { contentType, content } = decode(token, ContentInfo);
  if (contentType !== id_signedData) throw new CmsError('not a CMS SignedData');
  const signedData = decode(new Uint8Array(content), SignedDataDer);
  const certificates = [...(signedData.certificates ?? [])].map((raw) => new Uint8Array(raw));
  const signers = [...signedData.signerInfos].map((signer) =>
    canonicalSigner(signer, certificates),
  );
  signedData.signerInfos = new SignerInfos(signers);
  signedData.digestAlgorithms = new DigestAlgorithmIdentifiers(
    signers.map(({ digestAlgorithm }) => digestAlgorithm),
  );
  signedData.certificates = new DerSet(sortedDer(wanted ?? certificates));
  delete signedData.crls;
  return encode(new ContentInfo({ contentType, content: encodeAny(signedData) }));
}

/** The unsigned parts, in the only form that `openSignedData` accepts. */
function canonicalSigner(signer: SignerInfo, certificates: readonly Uint8Array[]): SignerInfo {
  const publicKey = publicKeyOf(signerCertificate(signer, certificates));
  const { digest, signature } = canonicalAlgorithms(signer);
  const value = lowSSignature(new Uint8Array(signer.signature.buffer), publicKey);
  delete signer.unsignedAttrs;
  return Object.assign(signer, {
    digestAlgorithm: digest,
    signatureAlgorithm: signature,
    signature: new OctetString(value),
  });
}
