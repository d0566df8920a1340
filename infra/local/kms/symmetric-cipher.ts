import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AwsError } from '../aws/aws-error.ts';
import type { Key } from './key.ts';

type Context = Readonly<Record<string, string>>;

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

const materialOf = ({ material }: Key) => Buffer.from(material, 'base64');

/** KMS binds the encryption context to the ciphertext, whatever the order of its pairs. */
const boundTo = ({ id }: Key, context: Context) =>
  Buffer.from(JSON.stringify([id, ...Object.entries(context).sort()]));

export function encrypt(key: Key, plaintext: Buffer, context: Context): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, materialOf(key), iv).setAAD(boundTo(key, context));
  const text = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

export function decrypt(key: Key, blob: Buffer, context: Context): Buffer {
  const [iv, rest] = [blob.subarray(0, IV_BYTES), blob.subarray(IV_BYTES)];
  try {
    const decipher = createDecipheriv(CIPHER, materialOf(key), iv)
      .setAAD(boundTo(key, context))
      .setAuthTag(rest.subarray(0, TAG_BYTES));
    return Buffer.concat([decipher.update(rest.subarray(TAG_BYTES)), decipher.final()]);
  } catch {
    throw new AwsError('InvalidCiphertextException', 'The ciphertext is not valid');
  }
}
