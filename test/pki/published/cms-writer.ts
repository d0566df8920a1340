import { createHash } from 'node:crypto';
import { issuerNameOf } from '../../../shared/pki/certificate/read-certificate.ts';
import { lowSSignature } from '../../../shared/pki/signature/ecdsa.ts';
import { anchor, certified, type Holder, type Key, signing } from './laboratory.ts';

/** Writes CMS `SignedData` (RFC 5652) element by element, so that any of them can be made wrong. */

export function tlv(tag: number, ...inside: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(inside);
  const { length } = content;
  const long = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return new Uint8Array([tag, ...(length < 0x80 ? [length] : long), ...content]);
}
export const sequence = (...inside: readonly Uint8Array[]) => tlv(0x30, ...inside);
export const setOf = (...inside: readonly Uint8Array[]) => tlv(0x31, ...inDerOrder(inside));
export const octets = (bytes: Uint8Array) => tlv(0x04, bytes);
export const integer = (...bytes: readonly number[]) => tlv(0x02, Uint8Array.from(bytes));
export const NULL = Uint8Array.of(0x05, 0x00);

const inDerOrder = (elements: readonly Uint8Array[]) =>
  elements.toSorted((one, other) => Buffer.compare(one, other));

function base128(arc: number): number[] {
  const digits = [arc & 0x7f];
  for (let rest = arc >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}
export function oid(identifier: string): Uint8Array {
  const [first = 0, second = 0, ...arcs] = identifier.split('.').map(Number);
  return tlv(0x06, Uint8Array.from([first * 40 + second, ...arcs].flatMap(base128)));
}
export const algorithm = (identifier: string, ...parameters: readonly Uint8Array[]) =>
  sequence(oid(identifier), ...parameters);

export const ID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  receipt: '1.2.840.113549.1.9.16.1.1',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  countersignature: '1.2.840.113549.1.9.6',
  algorithmProtection: '1.2.840.113549.1.9.52',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  contentHint: '1.2.840.113549.1.9.16.2.4',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  rsa: '1.2.840.113549.1.1.1',
  rsaSha256: '1.2.840.113549.1.1.11',
  mgf1: '1.2.840.113549.1.1.8',
  pss: '1.2.840.113549.1.1.10',
  ecdsaSha256: '1.2.840.10045.4.3.2',
  ecdsaSha384: '1.2.840.10045.4.3.3',
} as const;

export const CONTENT = Buffer.from('Contratto di fornitura');
export const digestOf = (bytes: Uint8Array, name = 'sha256') =>
  new Uint8Array(createHash(name).update(bytes).digest());

export const attribute = (type: string, ...values: readonly Uint8Array[]) =>
  sequence(oid(type), setOf(...values));

export const holder = (key?: Key): Holder =>
  certified(anchor, { extensions: signing(), ...(key && { key }) });
export const signer = holder();

export const issuerAndSerial = ({ certificate, serial }: Holder) =>
  sequence(issuerNameOf(certificate), integer(...serial));

/** `ESSCertIDv2` with a SHA-256 hash. */
export const certId = (of: Holder, hash = digestOf(of.certificate), named: Holder = of) =>
  sequence(
    octets(hash),
    sequence(sequence(tlv(0xa4, issuerNameOf(named.certificate))), integer(...named.serial)),
  );
export const signingCertificate = (...ids: readonly Uint8Array[]) =>
  attribute(ID.signingCertificateV2, sequence(sequence(...ids)));
export const signingCertificateV1 = (of: Holder, hash = digestOf(of.certificate, 'sha1')) =>
  attribute(ID.signingCertificate, sequence(sequence(certId(of, hash))));

export const contentType = (type: string = ID.data) => attribute(ID.contentType, oid(type));
export const messageDigest = (digest = digestOf(CONTENT)) =>
  attribute(ID.messageDigest, octets(digest));
export const signingTime = (...times: readonly string[]) =>
  attribute(ID.signingTime, ...times.map((time) => tlv(0x17, Buffer.from(time))));

/** Signed attributes of our own signatures. */
export const usual = (by: Holder = signer) => [
  contentType(),
  messageDigest(),
  signingCertificate(certId(by)),
];

export interface SignerFacts {
  readonly by?: Holder;
  readonly version?: number;
  readonly sid?: Uint8Array;
  readonly digest?: Uint8Array;
  /** Signed attributes in this order; `null`: none, the signature is over the content itself. */
  readonly signed?: readonly Uint8Array[] | null;
  /** Bytes to sign instead of the SET OF in the order above. */
  readonly over?: Uint8Array;
  readonly algorithm?: Uint8Array;
  readonly signature?: (bytes: Uint8Array) => Uint8Array;
  readonly unsigned?: readonly Uint8Array[];
}

/** `SignerInfo`, RFC 5652 §5.3. */
export function signerInfo(facts: SignerFacts = {}): Uint8Array {
  const { by = signer, version = 1, signed = inDerOrder(usual(by)), unsigned = [] } = facts;
  const lowest = (bytes: Uint8Array) => lowSSignature(by.key.sign(bytes), by.key.spki);
  const over = facts.over ?? (signed ? tlv(0x31, ...signed) : CONTENT);
  return sequence(
    integer(version),
    facts.sid ?? issuerAndSerial(by),
    facts.digest ?? algorithm(ID.sha256),
    ...(signed ? [tlv(0xa0, ...signed)] : []),
    facts.algorithm ?? algorithm(ID.ecdsaSha256),
    octets((facts.signature ?? lowest)(over)),
    ...(unsigned.length > 0 ? [tlv(0xa1, ...unsigned)] : []),
  );
}

export interface DataFacts {
  readonly type?: string;
  readonly version?: number;
  readonly digests?: readonly Uint8Array[];
  readonly contentType?: string;
  readonly certificates?: readonly Uint8Array[];
  readonly lists?: readonly Uint8Array[];
  readonly signers?: readonly Uint8Array[];
  /** Encapsulated content; without it the signature is detached. */
  readonly content?: Uint8Array;
}

/** A `ContentInfo` with `SignedData`, RFC 5652 §5.1. */
export function signedData(facts: DataFacts = {}): Uint8Array {
  const { certificates = [signer.certificate], lists = [], signers = [signerInfo()] } = facts;
  const content = facts.content ? [tlv(0xa0, octets(facts.content))] : [];
  return sequence(
    oid(facts.type ?? ID.signedData),
    tlv(
      0xa0,
      sequence(
        integer(facts.version ?? 1),
        setOf(...(facts.digests ?? [algorithm(ID.sha256)])),
        sequence(oid(facts.contentType ?? ID.data), ...content),
        ...(certificates.length > 0 ? [tlv(0xa0, ...inDerOrder(certificates))] : []),
        ...(lists.length > 0 ? [tlv(0xa1, ...lists)] : []),
        setOf(...signers),
      ),
    ),
  );
}

/** With one signer. */
export const signedBy = (facts: SignerFacts, data: DataFacts = {}): Uint8Array =>
  signedData({
    certificates: [(facts.by ?? signer).certificate],
    digests: [facts.digest ?? algorithm(ID.sha256)],
    ...data,
    signers: [signerInfo(facts)],
  });
/** With these signed attributes in DER order. */
export const having = (...signed: readonly Uint8Array[]): Uint8Array =>
  signedBy({ signed: inDerOrder(signed) });
