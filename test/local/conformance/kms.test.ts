import { createHash, createHmac, createPublicKey, verify } from 'node:crypto';
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  EnableKeyRotationCommand,
  GenerateMacCommand,
  GenerateRandomCommand,
  GetPublicKeyCommand,
  type KeySpec,
  KMSClient,
  SignCommand,
  type SigningAlgorithmSpec,
  VerifyCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootsOwnTarget, clientConfig, Target, uniqueName } from './target.ts';

let target: Target;
let kms: KMSClient;

beforeAll(async () => {
  target = await Target.start();
  kms = new KMSClient(clientConfig(target.endpoint));
});
afterAll(() => target.stop());

const message = Buffer.from('a contract');
const digest = createHash('sha256').update(message).digest();

async function createKey(spec: KeySpec) {
  const { KeyMetadata } = await kms.send(
    new CreateKeyCommand({ KeySpec: spec, KeyUsage: 'SIGN_VERIFY' }),
  );
  return KeyMetadata?.KeyId ?? '';
}

async function createMacKey() {
  const input = { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' } as const;
  return (await kms.send(new CreateKeyCommand(input))).KeyMetadata?.KeyId ?? '';
}

const sign = (KeyId: string, SigningAlgorithm: SigningAlgorithmSpec, Message: Uint8Array) =>
  kms.send(new SignCommand({ KeyId, SigningAlgorithm, Message, MessageType: 'DIGEST' }));

async function publicKey(KeyId: string) {
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }));
  return createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
}

const pairs: [KeySpec, SigningAlgorithmSpec][] = [
  ['ECC_NIST_P256', 'ECDSA_SHA_256'],
  ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_256'],
];

describe.each(pairs)('a %s key', (spec, algorithm) => {
  test('signs a digest so that OpenSSL accepts the signature over the message', async () => {
    const id = await createKey(spec);
    const { Signature } = await sign(id, algorithm, digest);
    expect(verify('sha256', message, await publicKey(id), Buffer.from(Signature ?? []))).toBe(true);
  });

  test('signs a raw message as it signs its digest', async () => {
    const KeyId = await createKey(spec);
    const raw = { KeyId, SigningAlgorithm: algorithm, Message: message } as const;
    const { Signature } = await kms.send(new SignCommand(raw));
    const input = { ...raw, Message: digest, MessageType: 'DIGEST', Signature } as const;
    expect((await kms.send(new VerifyCommand(input))).SignatureValid).toBe(true);
  });

  test('refuses a signature over another digest', async () => {
    const KeyId = await createKey(spec);
    const { Signature } = await sign(KeyId, algorithm, digest);
    const other = createHash('sha256').update('another').digest();
    const input = {
      KeyId,
      SigningAlgorithm: algorithm,
      Message: other,
      MessageType: 'DIGEST',
      Signature,
    } as const;
    await expect(kms.send(new VerifyCommand(input))).rejects.toThrow(
      expect.objectContaining({ name: 'KMSInvalidSignatureException' }),
    );
  });

  test('refuses a digest of the wrong length', async () => {
    const id = await createKey(spec);
    await expect(sign(id, algorithm, digest.subarray(1))).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });
});

test('a P-256 key does not sign with an RSA algorithm', async () => {
  const id = await createKey('ECC_NIST_P256');
  await expect(sign(id, 'RSASSA_PKCS1_V1_5_SHA_256', digest)).rejects.toMatchObject({
    name: 'InvalidKeyUsageException',
  });
});

test('a message over 4096 bytes is refused', async () => {
  const KeyId = await createKey('ECC_NIST_P256');
  const Message = Buffer.alloc(4097);
  const command = new SignCommand({ KeyId, Message, SigningAlgorithm: 'ECDSA_SHA_256' });
  await expect(kms.send(command)).rejects.toMatchObject({ name: 'ValidationException' });
});

test('an unknown key is refused', async () => {
  const command = new DescribeKeyCommand({ KeyId: '00000000-0000-0000-0000-000000000000' });
  await expect(kms.send(command)).rejects.toMatchObject({ name: 'NotFoundException' });
});

test('a key is found by its alias, once', async () => {
  const TargetKeyId = await createKey('ECC_NIST_P256');
  const AliasName = `alias/${uniqueName('seal')}`;
  await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId }));
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: AliasName }));
  expect(KeyMetadata?.KeyId).toBe(TargetKeyId);
  const again = kms.send(new CreateAliasCommand({ AliasName, TargetKeyId }));
  await expect(again).rejects.toMatchObject({ name: 'AlreadyExistsException' });
});

describe('an HMAC key', () => {
  const MacAlgorithm = 'HMAC_SHA_256';

  test('verifies the MAC it generated, of 32 bytes', async () => {
    const KeyId = await createMacKey();
    const { Mac } = await kms.send(
      new GenerateMacCommand({ KeyId, Message: message, MacAlgorithm }),
    );
    expect(Mac?.length).toBe(32);
    const command = new VerifyMacCommand({ KeyId, Message: message, Mac, MacAlgorithm });
    expect((await kms.send(command)).MacValid).toBe(true);
  });

  test('refuses the MAC of another message', async () => {
    const KeyId = await createMacKey();
    const Mac = createHmac('sha256', 'guess').update(message).digest();
    const command = new VerifyMacCommand({ KeyId, Message: message, Mac, MacAlgorithm });
    await expect(kms.send(command)).rejects.toMatchObject({ name: 'KMSInvalidMacException' });
  });

  test('does not sign', async () => {
    await expect(sign(await createMacKey(), 'ECDSA_SHA_256', digest)).rejects.toMatchObject({
      name: 'InvalidKeyUsageException',
    });
  });
});

test('a symmetric key rotates, a key pair does not', async () => {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const KeyId = KeyMetadata?.KeyId;
  expect(KeyMetadata?.KeySpec).toBe('SYMMETRIC_DEFAULT');
  await kms.send(new EnableKeyRotationCommand({ KeyId }));
  const pair = kms.send(new EnableKeyRotationCommand({ KeyId: await createKey('ECC_NIST_P256') }));
  await expect(pair).rejects.toMatchObject({ name: 'UnsupportedOperationException' });
});

describe.runIf(bootsOwnTarget)('the local target', () => {
  test('keeps keys over a restart', async () => {
    const id = await createKey('ECC_NIST_P256');
    const before = await publicKey(id);
    await target.restart();
    expect((await publicKey(id)).equals(before)).toBe(true);
  });

  test('refuses an operation it does not imitate', async () => {
    const command = new GenerateRandomCommand({ NumberOfBytes: 8 });
    await expect(kms.send(command)).rejects.toMatchObject({ name: 'NotImplemented' });
  });

  test('refuses an input member it does not know', async () => {
    const KeyId = await createKey('ECC_NIST_P256');
    const command = new SignCommand({
      KeyId,
      Message: digest,
      MessageType: 'DIGEST',
      SigningAlgorithm: 'ECDSA_SHA_256',
      DryRun: true,
    });
    await expect(kms.send(command)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});
