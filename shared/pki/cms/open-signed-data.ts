import {
  CMSVersion,
  id_contentType,
  id_data,
  id_messageDigest,
  id_signedData,
  SignerInfo,
  SignerInfos,
} from '@peculiar/asn1-cms';
import { AsnObjectIdentifierConverter, OctetString } from '@peculiar/asn1-schema';
import type { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { decode, Encoded, encode, isInDerOrder } from '../asn1/der.ts';
import {
  isCanonical,
  issuerNameOf,
  publicKeyOf,
  readCertificate,
  sameCertificate,
} from '../certificate/read-certificate.ts';
import { equalBytes } from '../signature/digest.ts';
import { lowSSignature } from '../signature/ecdsa.ts';
import { DIGESTS, type Digest, isSignatureRight } from '../signature/verify-signature.ts';
import { canonicalAlgorithms } from './canonical-algorithms.ts';
import { checkCertificateHash } from './check-signing-certificate.ts';
import { CmsError } from './cms-error.ts';
import {
  AttributeSet,
  attribute,
  SignedContentInfo,
  type SignedDataDer,
  WrittenContentInfo,
  WrittenSignedData,
} from './cms-schema.ts';
import { requiredAttribute } from './signed-attributes.ts';

/** Far more than `buildPath` can use. */
const MAX_CERTIFICATES = 20;

/** A parsed CMS `SignedData` with exactly one signer, not yet verified. */
export interface OpenSignedData {
  readonly signedData: SignedDataDer;
  readonly signerInfo: SignerInfo;
  readonly digest: Digest;
  /** DER, as in the structure. */
  readonly certificates: readonly Uint8Array[];
  /** The signer's certificate (DER), found by issuer and serial number. */
  readonly certificate: Uint8Array;
}

/**
 * Parses a DER `ContentInfo` that spans all of `der`. Throws CmsError unless re-encoding gives the same
 * bytes, so that no byte can be changed without effect.
 */
export function openSignedData(der: Uint8Array): OpenSignedData {
  const { contentType, content: signedData } = decode(der, SignedContentInfo);
  if (contentType !== id_signedData) throw new CmsError('not a CMS SignedData');
  if ((signedData.certificates?.length ?? 0) > MAX_CERTIFICATES)
    throw new CmsError('too many certificates');
  const certificates = [...(signedData.certificates ?? [])].map((raw) =>
    sameCertificate(new Uint8Array(raw)),
  );
  if (!certificates.every(isCanonical) || !equalBytes(written(signedData, certificates), der))
    throw new CmsError('the CMS is not canonical DER');
  const [signerInfo, ...others] = signedData.signerInfos;
  if (!signerInfo || others.length > 0) throw new CmsError('not exactly one signer');
  checkUnsignedParts(signedData, signerInfo);
  if (new Set(certificates).size < certificates.length) throw new CmsError('duplicate certificate');
  if (!isInDerOrder(certificates)) throw new CmsError('the certificates are not in DER order');
  const digest = DIGESTS[signerInfo.digestAlgorithm.algorithm];
  if (!digest) throw new CmsError('weak or unknown digest algorithm');
  const certificate = signerCertificate(signerInfo, certificates);
  return { signedData, signerInfo, digest, certificates, certificate };
}

/** A timestamp token in the unsigned attributes is kept as encoded: its own check parses it. */
function written(signedData: SignedDataDer, certificates: readonly Uint8Array[]): Uint8Array {
  const signerInfos = [...signedData.signerInfos].map((signer) =>
    Object.assign(new SignerInfo(), signer, {
      unsignedAttrs: signer.unsignedAttrs?.map(({ attrType, attrValues }) =>
        attribute(attrType, ...attrValues.map((value) => new Uint8Array(value))),
      ),
    }),
  );
  const copy = Object.assign(new WrittenSignedData(), signedData, {
    certificates: signedData.certificates && certificates.map((each) => new Encoded(each)),
    signerInfos: new SignerInfos(signerInfos),
  });
  return encode(new WrittenContentInfo(id_signedData, encode(copy)));
}

/**
 * Verifies content type, message digest, signing certificate and signature; throws a `CmsError` for the first
 * that fails. Does not check trust, nor what `checkStrictForm` does. With `isCovered`, an outer signature covers these bytes, so either form
 * of an ECDSA signature is accepted (the first releases stored both).
 */
export async function checkSignedData(
  open: OpenSignedData,
  contentDigest: Uint8Array,
  isCovered = false,
): Promise<void> {
  const { signedData, signerInfo } = open;
  const type = AsnObjectIdentifierConverter.toASN(signedData.encapContentInfo.eContentType);
  const contentType = requiredAttribute(signerInfo, id_contentType);
  if (!equalBytes(contentType, new Uint8Array(type.toBER())))
    throw new CmsError('the content type is not the one that was signed');
  const messageDigest = decode(requiredAttribute(signerInfo, id_messageDigest), OctetString);
  if (!equalBytes(new Uint8Array(messageDigest.buffer), contentDigest))
    throw new CmsError('the content is not what was signed');
  await checkCertificateHash(signerInfo, open.certificate);
  await checkSignatureValue(open, isCovered);
}

/** Parts that no signature covers must have their only allowed value (RFC 5652 § 5.1, § 5.3). */
function checkUnsignedParts(signedData: SignedDataDer, signerInfo: SignerInfo): void {
  const { version, digestAlgorithms, encapContentInfo, crls } = signedData;
  const expected = encapContentInfo.eContentType === id_data ? CMSVersion.v1 : CMSVersion.v3;
  const [listed, ...others] = digestAlgorithms;
  const { digest, signature } = canonicalAlgorithms(signerInfo);
  const same =
    isSame(signerInfo.digestAlgorithm, digest) &&
    isSame(signerInfo.signatureAlgorithm, signature) &&
    listed &&
    isSame(listed, digest);
  if (version !== expected || signerInfo.version !== CMSVersion.v1 || crls)
    throw new CmsError('unexpected CMS version or part');
  if (!same || others.length > 0) throw new CmsError('digest algorithms do not match');
}

const isSame = (left: AlgorithmIdentifier, right: AlgorithmIdentifier): boolean =>
  equalBytes(encode(left), encode(right));

/** The signer's certificate, by issuer and serial number. Throws `CmsError` if it is missing. */
export function signerCertificate(
  signerInfo: SignerInfo,
  certificates: readonly Uint8Array[],
): Uint8Array {
  const certificate = certificates.find((candidate) => identifies(signerInfo, candidate));
  if (!certificate) throw new CmsError('the signer’s certificate is missing');
  return certificate;
}

function identifies({ sid }: SignerInfo, candidate: Uint8Array): boolean {
  const wanted = sid.issuerAndSerialNumber;
  if (!wanted) return false;
  const { serialNumber } = readCertificate(candidate).tbsCertificate;
  return (
    equalBytes(issuerNameOf(candidate), encode(wanted.issuer)) &&
    equalBytes(new Uint8Array(serialNumber), new Uint8Array(wanted.serialNumber))
  );
}

async function checkSignatureValue(
  { signerInfo, digest, certificate }: OpenSignedData,
  isCovered: boolean,
) {
  const publicKey = publicKeyOf(certificate);
  const signature = new Uint8Array(signerInfo.signature.buffer);
  if (!isCovered && !equalBytes(lowSSignature(signature, publicKey), signature))
    throw new CmsError('the signature is not in its canonical form');
  const right = await isSignatureRight({
    publicKey,
    algorithm: signerInfo.signatureAlgorithm,
    digest,
    signature,
    data: encode(new AttributeSet(signerInfo.signedAttrs)),
  });
  if (!right) throw new CmsError('the signature is invalid');
}
