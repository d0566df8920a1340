import { type CmsCase, invalid, valid } from './cms-case.ts';
import {
  algorithm,
  attribute,
  CONTENT,
  digestOf,
  having,
  holder,
  ID,
  issuerAndSerial,
  NULL,
  oid,
  sequence,
  signedBy,
  signedData,
  signer,
  signerInfo,
  signingTime,
  tlv,
  usual,
} from './cms-writer.ts';
import { anchor, certified, dsaKey, listBy, rsaKey, signing } from './laboratory.ts';

const other = holder();
const rsa = holder(rsaKey(2048));
const RSA = algorithm(ID.rsaSha256, NULL);
/** A certificate for another key with the signer's issuer and serial number. */
const namesake = certified(anchor, { extensions: signing(), serial: signer.serial });

const PLAIN = algorithm(ID.sha256);

function spoilt(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  copy[copy.length - 1]! ^= 1;
  return copy;
}
/** The outermost length with one byte more than necessary, as BER allows. */
const longLength = (der: Uint8Array) =>
  new Uint8Array([0x30, 0x83, 0, ...[der[2]!, der[3]!], ...der.slice(4)]);
const indefinite = (der: Uint8Array) => new Uint8Array([0x30, 0x80, ...der.slice(4), 0, 0]);
const reversed = <T>(all: readonly T[]) => [...all].reverse();
const sorted = (all: readonly Uint8Array[]) => all.toSorted((a, b) => Buffer.compare(a, b));

export const CMS_STRUCTURE: readonly CmsCase[] = [
  valid(
    '4134 4.1',
    'a DSA signature of the content itself',
    () => {
      const by = holder(dsaKey());
      const facts = { by, signed: null, algorithm: algorithm('2.16.840.1.101.3.4.3.2') };
      return signedBy({ ...facts, signature: (bytes) => by.key.sign(bytes) });
    },
    'algorithm',
  ),
  valid(
    '4134 4.2',
    'an RSA signature of the content itself, without signed attributes',
    () => signedBy({ by: rsa, signed: null, algorithm: RSA }),
    'reference',
  ),
  valid('4134 4.3', 'detached, with the three signed attributes', () => signedData()),
  valid('4134 4.4', 'with a signing time and a content hint', () =>
    having(
      ...usual(),
      signingTime('261124101530Z'),
      attribute(ID.contentHint, sequence(oid(ID.data))),
    ),
  ),
  valid('4134 4.5', 'RSA, PKCS #1 v1.5', () => signedBy({ by: rsa, algorithm: RSA })),
  valid(
    '4134 4.5',
    'RSA under the name rsaEncryption',
    () => signedBy({ by: rsa, algorithm: algorithm(ID.rsa, NULL) }),
    'sole form',
  ),
  valid(
    '4134 4.6',
    'two signers',
    () =>
      signedData({
        certificates: [signer.certificate, other.certificate],
        signers: [signerInfo(), signerInfo({ by: other })],
      }),
    'one signer',
  ),
  valid(
    '4134 4.7',
    'the signer named by a subject key identifier',
    () =>
      signedBy({ version: 3, sid: tlv(0x80, digestOf(signer.key.spki, 'sha1')) }, { version: 3 }),
    'reference',
  ),
  valid('4134 4.9', 'the content inside', () => signedData({ content: CONTENT })),
  valid('4134 4.10', 'a countersignature among unsigned attributes', () =>
    signedBy({ unsigned: [attribute(ID.countersignature, signerInfo({ by: other }))] }),
  ),
  invalid('4134 4.11', 'certificates alone, signed by nobody', () => signedData({ signers: [] })),
  invalid('5652 3', 'another type than SignedData around it', () => signedData({ type: ID.data })),
  invalid('5652 3', 'bytes after its end', () => new Uint8Array([...signedData(), 0])),
  valid('5652 3', 'an indefinite length (BER)', () => indefinite(signedData()), 'sole form'),
  valid(
    '5652 3',
    'a length with a byte too many (BER)',
    () => longLength(signedData()),
    'sole form',
  ),
  invalid('5652 5.1', 'a version of SignedData that there is not', () =>
    signedData({ version: 9 }),
  ),
  valid(
    '5652 5.1',
    'the digest algorithm is not listed',
    () => signedData({ digests: [] }),
    'sole form',
  ),
  valid(
    '5652 5.1',
    'a further digest algorithm is listed',
    () => signedData({ digests: [PLAIN, algorithm(ID.sha384)] }),
    'sole form',
  ),
  valid(
    '5652 5.1',
    'a revocation list inside',
    () => signedData({ lists: [listBy(anchor)] }),
    'sole form',
  ),
  valid('5652 5.1', 'a certificate that is not the signer’s beside it', () =>
    signedData({ certificates: [signer.certificate, other.certificate] }),
  ),
  invalid('5652 5.3', 'the signer’s certificate is not there', () =>
    signedData({ certificates: [other.certificate] }),
  ),
  invalid('5652 5.3', 'the signer is named as another one', () =>
    signedBy(
      { sid: issuerAndSerial(other) },
      { certificates: [signer.certificate, other.certificate] },
    ),
  ),
  invalid('5652 5.3', 'another key’s certificate under the same issuer and number', () =>
    signedData({ certificates: [namesake.certificate] }),
  ),
  invalid('5652 5.3', 'a version of the signer that there is not', () => signedBy({ version: 2 })),
  invalid('5652 5.3', 'signed attributes that are an empty set', () => signedBy({ signed: [] })),
  invalid('5652 5.4', 'signed attributes against the order of DER, signed so', () =>
    signedBy({ signed: reversed(sorted(usual())) }),
  ),
  invalid('5652 5.3', 'signed attributes against the order of DER, signed in it', () =>
    signedBy({ signed: reversed(sorted(usual())), over: tlv(0x31, ...sorted(usual())) }),
  ),
  invalid('5652 5.4', 'signed with the tag of the field, not of a SET OF', () =>
    signedBy({ over: tlv(0xa0, ...sorted(usual())) }),
  ),
  invalid('5652 5.4', 'the content is signed though there are signed attributes', () =>
    signedBy({ over: CONTENT }),
  ),
  invalid('5652 5.6', 'the signature has a wrong bit', () =>
    signedBy({ signature: (bytes) => spoilt(signer.key.sign(bytes)) }),
  ),
  invalid('5652 5.6', 'another key has signed', () =>
    signedBy({ signature: (bytes) => other.key.sign(bytes) }),
  ),
];
