import { generateKeyPairSync, type KeyPairKeyObjectResult, sign } from 'node:crypto';
import type { ManagedKey } from '../../shared/pki/authority/authority.ts';

const managed = ({ publicKey, privateKey }: KeyPairKeyObjectResult): ManagedKey => ({
  publicKey: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
  sign: async (bytes) => new Uint8Array(sign('sha256', bytes, privateKey)),
});

/** A fresh P-256 key. */
export const newEcKey = (): ManagedKey =>
  managed(generateKeyPairSync('ec', { namedCurve: 'P-256' }));

/** A fresh RSA key. */
export const newRsaKey = (): ManagedKey =>
  managed(generateKeyPairSync('rsa', { modulusLength: 3072 }));
