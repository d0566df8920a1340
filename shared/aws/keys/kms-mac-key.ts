import { GenerateMacCommand, KMSInvalidMacException, VerifyMacCommand } from '@aws-sdk/client-kms';
import type { MacKey } from '../../ports/keys.ts';
import { kms } from './kms-client.ts';

/** An HMAC_256 key by id, ARN or alias. KMS accepts messages up to 4,096 bytes. */
export const kmsMacKey = (keyId: string): MacKey => ({
  generate: (message) => generate(keyId, message),
  verify: (message, mac) => verify(keyId, message, mac),
});

async function generate(keyId: string, message: Uint8Array): Promise<Uint8Array> {
  const { Mac } = await kms.send(
    new GenerateMacCommand({ KeyId: keyId, Message: message, MacAlgorithm: 'HMAC_SHA_256' }),
  );
  return Mac!;
}

async function verify(keyId: string, message: Uint8Array, mac: Uint8Array): Promise<boolean> {
  const command = new VerifyMacCommand({
    KeyId: keyId,
    Message: message,
    Mac: mac,
    MacAlgorithm: 'HMAC_SHA_256',
  });
  try {
    return (await kms.send(command)).MacValid === true;
  } catch (error) {
    if (error instanceof KMSInvalidMacException) return false;
    throw error;
  }
}
