import { constants, createPrivateKey, generateKeyPairSync, privateEncrypt } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import type { ManagedKey } from '../../shared/pki/authority.ts';

const SHA256_DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** A fresh P-256 key that, like one in KMS, sees only digests. */
export const newEcKey = (): ManagedKey => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const secret = Buffer.from(String(privateKey.export({ format: 'jwk' }).d), 'base64url');
  return {
    publicKey: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
    signDigest: async (sha256) => p256.sign(sha256, secret, { prehash: false, format: 'der' }),
  };
};

/** A fresh RSA key that, like one in KMS, sees only digests. */
export const newRsaKey = (): ManagedKey => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
  const key = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return {
    publicKey: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
    signDigest: async (sha256) =>
      new Uint8Array(
        privateEncrypt(
          { key, padding: constants.RSA_PKCS1_PADDING },
          Buffer.concat([SHA256_DIGEST_INFO, sha256]),
        ),
      ),
  };
};
