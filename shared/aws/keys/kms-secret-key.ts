import { DecryptCommand, EncryptCommand } from '@aws-sdk/client-kms';
import type { SecretKey } from '../../ports/keys.ts';
import { kms } from './kms-client.ts';

/** Bound to the ciphertext, and seen in CloudTrail: no secret. */
const contextOf = (webhook: string) => ({ webhook });

/** A symmetric key by id or ARN. KMS encrypts up to 4,096 bytes. */
export const kmsSecretKey = (keyId: string): SecretKey => ({
  seal: async (secret, context) => {
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({
        KeyId: keyId,
        Plaintext: Buffer.from(secret),
        EncryptionContext: contextOf(context),
      }),
    );
    return Buffer.from(CiphertextBlob!).toString('base64');
  },
  open: async (sealed, context) => {
    const { Plaintext } = await kms.send(
      new DecryptCommand({
        KeyId: keyId,
        CiphertextBlob: Buffer.from(sealed, 'base64'),
        EncryptionContext: contextOf(context),
      }),
    );
    return Buffer.from(Plaintext!).toString();
  },
});
