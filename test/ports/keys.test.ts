import { CreateKeyCommand, type KeySpec, type KeyUsageType, KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe } from 'vitest';
import { type AwsTarget, startAws } from '../fixtures/aws-target.ts';
import { memoryMacKey, memorySecretKey, memorySigningKey } from '../fixtures/memory/keys.ts';
import { macKeyContract, secretKeyContract, signingKeyContract } from './keys.contract.ts';

let aws: AwsTarget;
beforeAll(async () => {
  aws = await startAws();
});
afterAll(() => aws.stop());

const USAGES: Partial<Record<KeySpec, KeyUsageType>> = {
  HMAC_256: 'GENERATE_VERIFY_MAC',
  SYMMETRIC_DEFAULT: 'ENCRYPT_DECRYPT',
};

async function createKey(KeySpec: KeySpec): Promise<string> {
  const KeyUsage = USAGES[KeySpec] ?? 'SIGN_VERIFY';
  const { KeyMetadata } = await new KMSClient(aws.config).send(
    new CreateKeyCommand({ KeySpec, KeyUsage }),
  );
  return KeyMetadata!.KeyId!;
}

describe('in memory', () => {
  signingKeyContract(async () => memorySigningKey());
  macKeyContract(async () => memoryMacKey());
  secretKeyContract(async () => memorySecretKey());
});

describe.each(['ECC_NIST_P256', 'RSA_2048'] as const)('of %s in KMS', (spec) => {
  signingKeyContract(async () => {
    const { kmsSigningKey } = await import('../../shared/aws/keys/kms-signing-key.ts');
    return kmsSigningKey(await createKey(spec));
  });
});

describe('in KMS', () => {
  macKeyContract(async () => {
    const { kmsMacKey } = await import('../../shared/aws/keys/kms-mac-key.ts');
    return kmsMacKey(await createKey('HMAC_256'));
  });
  secretKeyContract(async () => {
    const { kmsSecretKey } = await import('../../shared/aws/keys/kms-secret-key.ts');
    return kmsSecretKey(await createKey('SYMMETRIC_DEFAULT'));
  });
});
