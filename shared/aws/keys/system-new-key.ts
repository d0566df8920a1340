import { generateKeyPairSync, sign } from 'node:crypto';
import type { NewKey } from '../../ports/keys.ts';

export const systemNewKey: NewKey = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    publicKey: async () => new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
    sign: async (bytes) => new Uint8Array(sign('sha256', bytes, privateKey)),
  };
};
