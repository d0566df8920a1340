import { createHash } from 'node:crypto';
import { GetPublicKeyCommand, SignCommand, type SigningAlgorithmSpec } from '@aws-sdk/client-kms';
import type { SigningKey } from '../../ports/keys.ts';
import { kms } from './kms-client.ts';

interface PublicPart {
  readonly spki: Uint8Array;
  readonly algorithm: SigningAlgorithmSpec;
}

/** An asymmetric key by id, ARN or alias: P-256, or RSA if the company's outside CA requires it. */
export function kmsSigningKey(keyId: string): SigningKey {
  let known: Promise<PublicPart> | undefined;
  function publicPart() {
    known ??= fetchPublicPart(keyId).catch((error) => {
      known = undefined;
      throw error;
    });
    return known;
  }
  return {
    publicKey: async () => (await publicPart()).spki,
    sign: async (bytes) => signDigest(keyId, (await publicPart()).algorithm, sha256(bytes)),
  };
}

async function fetchPublicPart(keyId: string): Promise<PublicPart> {
  const { PublicKey, KeySpec } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }));
  const algorithm = KeySpec?.startsWith('RSA_') ? 'RSASSA_PKCS1_V1_5_SHA_256' : 'ECDSA_SHA_256';
  return { spki: PublicKey!, algorithm };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

async function signDigest(
  keyId: string,
  algorithm: SigningAlgorithmSpec,
  digest: Uint8Array,
): Promise<Uint8Array> {
  const { Signature } = await kms.send(
    new SignCommand({
      KeyId: keyId,
      Message: digest,
      MessageType: 'DIGEST',
      SigningAlgorithm: algorithm,
    }),
  );
  return Signature!;
}
