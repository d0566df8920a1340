import { constants, generateKeyPairSync, sign } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import { type CmsCase, invalid, valid } from './cms-case.ts';
import {
  algorithm,
  attribute,
  CONTENT,
  certId,
  contentType,
  digestOf,
  having,
  holder,
  ID,
  integer,
  messageDigest,
  NULL,
  sequence,
  signedBy,
  signer,
  signingCertificate,
  tlv,
  usual,
} from './cms-writer.ts';
import { rsaKey } from './laboratory.ts';

const rsa = holder(rsaKey(2048));
const weak = holder(rsaKey(1024));
const RSA = algorithm(ID.rsaSha256, NULL);

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pssHolder = holder({
  spki: new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' })),
  algorithm: ID.rsaSha256,
  sign: (bytes) => new Uint8Array(sign('sha256', bytes, pair.privateKey)),
});
const SHA256 = algorithm(ID.sha256, NULL);
const pssParameters = (hash: Uint8Array, mask: Uint8Array, salt: number) =>
  sequence(tlv(0xa0, hash), tlv(0xa1, algorithm(ID.mgf1, mask)), tlv(0xa2, integer(salt)));
const pss = (parameters: readonly Uint8Array[]) =>
  signedBy({
    by: pssHolder,
    algorithm: algorithm(ID.pss, ...parameters),
    signature: (bytes) => {
      const key = {
        key: pair.privateKey,
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: 32,
      };
      return new Uint8Array(sign('sha256', bytes, key));
    },
  });
function protection(digest: Uint8Array, signature: Uint8Array) {
  const content = signature.slice(2);
  return sequence(digest, tlv(0xa1, content));
}
const protectedBy = (...values: readonly Uint8Array[]) =>
  having(...usual(), attribute(ID.algorithmProtection, ...values));
const ECDSA = algorithm(ID.ecdsaSha256);
const PLAIN = algorithm(ID.sha256);

const curve = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const p384 = holder({
  spki: new Uint8Array(curve.publicKey.export({ type: 'spki', format: 'der' })),
  algorithm: ID.ecdsaSha384,
  sign: (bytes) => new Uint8Array(sign('sha384', bytes, curve.privateKey)),
});

function highest(bytes: Uint8Array): Uint8Array {
  const { r, s } = p256.Signature.fromBytes(signer.key.sign(bytes), 'der');
  const high = new p256.Signature(r, s).hasHighS() ? s : p256.Point.Fn.ORDER - s;
  return new p256.Signature(r, high).toBytes('der');
}
const sorted = (all: readonly Uint8Array[]) => all.toSorted((a, b) => Buffer.compare(a, b));

export const CMS_ALGORITHMS: readonly CmsCase[] = [
  valid('5754 3.3', 'ECDSA on P-384 with SHA-384', () => {
    const digest = algorithm(ID.sha384);
    const signed = [
      contentType(),
      messageDigest(digestOf(CONTENT, 'sha384')),
      signingCertificate(certId(p384)),
    ];
    return signedBy({
      by: p384,
      digest,
      signed: sorted(signed),
      algorithm: algorithm(ID.ecdsaSha384),
    });
  }),
  invalid('5754 3.3', 'ECDSA with SHA-384 over a digest said to be SHA-256', () =>
    signedBy({ algorithm: algorithm(ID.ecdsaSha384) }),
  ),
  valid(
    '5753 2.1',
    'of the two forms of an ECDSA signature the other one',
    () => signedBy({ signature: highest }),
    'sole form',
  ),
  invalid('5754 3.2', 'an RSA key of 1024 bits', () => signedBy({ by: weak, algorithm: RSA })),
  invalid('5754 3.2', 'RSA by the name of ECDSA', () => signedBy({ by: rsa })),
  invalid('5754 2', 'SHA-1', () => signedBy({ digest: algorithm(ID.sha1) })),
  valid(
    '5754 2',
    'a digest algorithm with NULL for parameters',
    () => signedBy({ digest: algorithm(ID.sha256, NULL) }),
    'sole form',
  ),
  valid('4056 3', 'RSASSA-PSS', () => pss([pssParameters(SHA256, SHA256, 32)])),
  invalid('4056 3', 'RSASSA-PSS without parameters, which means SHA-1', () => pss([])),
  invalid('4056 3', 'RSASSA-PSS that says another digest', () =>
    pss([pssParameters(algorithm(ID.sha384, NULL), SHA256, 32)]),
  ),
  invalid('4056 3', 'RSASSA-PSS that says another mask', () =>
    pss([pssParameters(SHA256, algorithm(ID.sha384, NULL), 32)]),
  ),
  invalid('4056 3', 'RSASSA-PSS that says another length of its salt', () =>
    pss([pssParameters(SHA256, SHA256, 20)]),
  ),
  valid('6211 2', 'its algorithms are signed too', () => protectedBy(protection(PLAIN, ECDSA))),
  invalid('6211 3', 'another digest is signed than is said', () =>
    protectedBy(protection(algorithm(ID.sha384), ECDSA)),
  ),
  invalid('6211 3', 'another signature algorithm is signed than is said', () =>
    protectedBy(protection(PLAIN, algorithm(ID.ecdsaSha384))),
  ),
  invalid('6211 2', 'algorithms signed twice', () =>
    having(
      ...[...usual(), attribute(ID.algorithmProtection, protection(PLAIN, ECDSA))],
      attribute(ID.algorithmProtection, protection(PLAIN, algorithm(ID.ecdsaSha384))),
    ),
  ),
  invalid('6211 2', 'algorithms of two values', () =>
    protectedBy(protection(PLAIN, ECDSA), protection(PLAIN, algorithm(ID.ecdsaSha384))),
  ),
];
