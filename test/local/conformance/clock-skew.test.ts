import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootsOwnTarget, clientConfig, credentials, Target } from './target.ts';

let target: Target;

beforeAll(async () => {
  target = await Target.start();
});
afterAll(() => target.stop());

const early = () => ({ ...clientConfig(target.endpoint), systemClockOffset: -3_600_000 });

test('a request signed an hour ago is refused', async () => {
  const kms = new KMSClient(early());
  await expect(kms.send(new CreateKeyCommand({}))).rejects.toThrow();
});

test('a wrong secret is refused', async () => {
  const wrong = { ...credentials, secretAccessKey: 'guessed' };
  const config = { ...clientConfig(target.endpoint), credentials: wrong };
  await expect(new S3Client(config).send(new ListBucketsCommand({}))).rejects.toMatchObject({
    name: 'SignatureDoesNotMatch',
  });
  await expect(new KMSClient(config).send(new CreateKeyCommand({}))).rejects.toThrow();
});

test('an unknown access key is refused', async () => {
  const unknown = { ...credentials, accessKeyId: 'NOBODY' };
  const s3 = new S3Client({ ...clientConfig(target.endpoint), credentials: unknown });
  await expect(s3.send(new ListBucketsCommand({}))).rejects.toMatchObject({
    name: 'InvalidAccessKeyId',
  });
});

describe.runIf(bootsOwnTarget)('the local target', () => {
  test('lets a client that may retry mend its clock after the target moved on', async () => {
    target.own.clock.advance(30 * 86_400_000);
    const config = { ...clientConfig(target.endpoint), maxAttempts: 3 };
    const { KeyMetadata } = await new KMSClient(config).send(new CreateKeyCommand({}));
    expect(KeyMetadata?.CreationDate?.getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    await expect(new S3Client(config).send(new ListBucketsCommand({}))).resolves.toBeTruthy();
  });
});
