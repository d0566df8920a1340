import { createPublicKey, createVerify, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { MacKey, SecretKey, SigningKey } from '../../shared/ports/keys.ts';

export const signingKeyContract = (make: () => Promise<SigningKey>) =>
  describe('a signing key', () => {
    it('signs what its public key verifies, and nothing else', async () => {
      const key = await make();
      const message = randomBytes(100);
      const signature = await key.sign(message);
      const der = Buffer.from(await key.publicKey());
      const spki = createPublicKey({ key: der, format: 'der', type: 'spki' });
      expect(createVerify('sha256').update(message).verify(spki, signature)).toBe(true);
      expect(createVerify('sha256').update('other').verify(spki, signature)).toBe(false);
    });
  });

export const macKeyContract = (make: () => Promise<MacKey>) =>
  describe('a MAC key', () => {
    it('knows its own MACs, and no other: of a message, a key or a length that differs', async () => {
      const [key, other] = [await make(), await make()];
      const message = randomBytes(50);
      const mac = await key.generate(message);
      expect(await key.generate(message)).toEqual(mac);
      expect(await key.verify(message, mac)).toBe(true);
      expect(await key.verify(randomBytes(50), mac)).toBe(false);
      expect(await other.verify(message, mac)).toBe(false);
      expect(await key.verify(message, randomBytes(mac.length))).toBe(false);
    });
  });

export const secretKeyContract = (make: () => Promise<SecretKey>) =>
  describe('a secret key', () => {
    it('opens what it sealed, for the same context, and nothing else', async () => {
      const [key, other] = [await make(), await make()];
      const sealed = await key.seal('whsec_hush', 'endpoint-1');
      expect(sealed).not.toContain('hush');
      expect(await key.open(sealed, 'endpoint-1')).toBe('whsec_hush');
      await expect(key.open(sealed, 'endpoint-2')).rejects.toThrow();
      await expect(other.open(sealed, 'endpoint-1')).rejects.toThrow();
      const bent = Buffer.from(sealed, 'base64');
      bent[bent.length - 1]! ^= 1;
      await expect(key.open(bent.toString('base64'), 'endpoint-1')).rejects.toThrow();
    });

    it('seals the same secret differently each time', async () => {
      const key = await make();
      expect(await key.seal('a', 'b')).not.toBe(await key.seal('a', 'b'));
    });
  });
