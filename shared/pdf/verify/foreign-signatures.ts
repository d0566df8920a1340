import { id_messageDigest, type SignerInfo } from '@peculiar/asn1-cms';
import { OctetString } from '@peculiar/asn1-schema';
import { TSTInfo } from '@peculiar/asn1-tsp';
import { decode, encode } from '../../pki/asn1/der.ts';
import { elementAt } from '../../pki/asn1/der-elements.ts';
import { commonNameOf } from '../../pki/certificate/distinguished-name.ts';
import { publicKeyOf, readCertificate } from '../../pki/certificate/read-certificate.ts';
import { AttributeSet, SignedContentInfo } from '../../pki/cms/cms-schema.ts';
import { signerCertificate } from '../../pki/cms/open-signed-data.ts';
import { equalBytes, owned } from '../../pki/signature/digest.ts';
import { DIGESTS, type Digest, isSignatureRight } from '../../pki/signature/verify-signature.ts';
import { latin1 } from './file-structure.ts';
import type { ForeignSignature } from './report.ts';

const BYTE_RANGE = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g;
/** Limits of signatures and covered bytes; beyond them the rest is not examined. */
const MOST = 20;
const MAX_COVERED_BYTES = 256 << 20;
const LARGEST_GAP = 1 << 20;
/** Bytes searched for byte ranges. */
const WITHIN = 64 << 20;

/**
 * Signatures of other software in a PDF, found by their byte ranges. Checks each against the bytes that it
 * covers; judges neither trust nor later changes.
 */
export async function foreignSignatures(bytes: Uint8Array): Promise<ForeignSignature[]> {
  const text = latin1(bytes.subarray(0, WITHIN));
  const found: ForeignSignature[] = [];
  let covered = 0;
  for (const match of text.matchAll(BYTE_RANGE)) {
    const range = match.slice(1).map(Number) as [number, number, number, number];
    if (!isInside(range, bytes.length)) continue;
    covered += range[2] + range[3];
    if (found.length === MOST || covered > MAX_COVERED_BYTES) break;
    found.push(await judged(bytes, range));
  }
  return found;
}

type Range = readonly [start: number, gapStart: number, gapEnd: number, rest: number];

const isInside = ([start, gapStart, gapEnd, rest]: Range, length: number): boolean =>
  start === 0 && gapStart < gapEnd && gapEnd - gapStart <= LARGEST_GAP && gapEnd + rest <= length;

async function judged(bytes: Uint8Array, range: Range): Promise<ForeignSignature> {
  const [, gapStart, gapEnd, rest] = range;
  const covers = { covers: gapEnd + rest, whole: gapEnd + rest === bytes.length };
  try {
    const gap = latin1(bytes.subarray(gapStart, gapEnd)).replace(/[^\da-f]/gi, '');
    const der = Uint8Array.from(gap.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    const content = new Uint8Array(gapStart + rest);
    content.set(bytes.subarray(0, gapStart));
    content.set(bytes.subarray(gapEnd, gapEnd + rest), gapStart);
    return { ...covers, ...(await opened(der.subarray(0, elementAt(der, 0).end), content)) };
  } catch {
    return { ...covers, verdict: 'unreadable' };
  }
}

async function opened(
  der: Uint8Array,
  content: Uint8Array,
): Promise<Pick<ForeignSignature, 'signer' | 'issuer' | 'verdict'>> {
  const { certificates, signerInfos, encapContentInfo } = decode(der, SignedContentInfo).content;
  const [signer] = signerInfos;
  if (!signer) throw new Error('a signature without a signer');
  const pool = [...(certificates ?? [])].map((raw) => new Uint8Array(raw));
  const certificate = signerCertificate(signer, pool);
  const { subject, issuer } = readCertificate(certificate).tbsCertificate;
  const inside = encapContentInfo.eContent?.single;
  const signed = inside ? new Uint8Array(inside.buffer) : content;
  const stamps = inside === undefined || (await isStampOf(signed, content));
  const right = stamps && (await isRight(signer, publicKeyOf(certificate), signed));
  const names = { signer: commonNameOf(subject), issuer: commonNameOf(issuer) };
  return { ...names, verdict: right ? 'right' : 'wrong' };
}

/** Whether the CMS contains a timestamp over the content (RFC 3161 § 2.4.2). */
async function isStampOf(inside: Uint8Array, content: Uint8Array): Promise<boolean> {
  const { hashAlgorithm, hashedMessage } = decode(inside, TSTInfo).messageImprint;
  const digest = known(hashAlgorithm.algorithm);
  return equalBytes(new Uint8Array(hashedMessage.buffer), await digestOf(content, digest));
}

/** Throws for a weak digest, which proves nothing. */
function known(algorithm: string): Digest {
  const digest = DIGESTS[algorithm];
  if (!digest) throw new Error('weak or unknown digest algorithm');
  return digest;
}

const digestOf = async (bytes: Uint8Array, digest: Digest): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest(digest, owned(bytes)));

async function isRight(
  { signedAttrs = [], digestAlgorithm, signature, signatureAlgorithm }: SignerInfo,
  publicKey: Uint8Array,
  content: Uint8Array,
): Promise<boolean> {
  const digest = known(digestAlgorithm.algorithm);
  const [value] = signedAttrs
    .filter(({ attrType }) => attrType === id_messageDigest)
    .flatMap(({ attrValues }) => attrValues);
  const named = value && new Uint8Array(decode(new Uint8Array(value), OctetString).buffer);
  const bare = signedAttrs.length === 0;
  if (!bare && !(named && equalBytes(named, await digestOf(content, digest)))) return false;
  return isSignatureRight({
    publicKey,
    algorithm: signatureAlgorithm,
    digest,
    signature: new Uint8Array(signature.buffer),
    data: bare ? content : encode(new AttributeSet(signedAttrs)),
  });
}
