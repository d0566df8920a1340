import { randomBytes } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootsOwnTarget, clientConfig, Target, uniqueName } from './target.ts';

let target: Target;
let s3: S3Client;
const Bucket = uniqueName('documents');
const fiveMiB = 5 * 2 ** 20;

beforeAll(async () => {
  target = await Target.start();
  s3 = new S3Client(clientConfig(target.endpoint));
  await s3.send(new CreateBucketCommand({ Bucket }));
});
afterAll(() => target.stop());

async function start(Key: string) {
  const input = { Bucket, Key, ContentType: 'application/pdf', Metadata: { plan: 'p' } };
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand(input));
  return { Bucket, Key, UploadId };
}
type Upload = Awaited<ReturnType<typeof start>>;

async function uploadPart(upload: Upload, PartNumber: number, Body: Buffer) {
  const { ETag } = await s3.send(new UploadPartCommand({ ...upload, PartNumber, Body }));
  return { PartNumber, ETag };
}

const complete = (upload: Upload, parts: readonly CompletedPart[], more = {}) =>
  s3.send(
    new CompleteMultipartUploadCommand({
      ...upload,
      MultipartUpload: { Parts: [...parts] },
      ...more,
    }),
  );

async function read(Key: string) {
  const { Body, ...rest } = await s3.send(new GetObjectCommand({ Bucket, Key }));
  return { ...rest, bytes: Buffer.from((await Body?.transformToByteArray()) ?? []) };
}

test('the parts make one object, with the metadata of the upload', async () => {
  const [one, two] = [randomBytes(fiveMiB), randomBytes(1234)];
  const upload = await start('joined.pdf');
  const parts = [await uploadPart(upload, 1, one), await uploadPart(upload, 2, two)];
  await complete(upload, parts);
  const object = await read('joined.pdf');
  expect(object.bytes.equals(Buffer.concat([one, two]))).toBe(true);
  expect(object.ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
  expect(object).toMatchObject({ ContentType: 'application/pdf', Metadata: { plan: 'p' } });
});

test('a revision is made of a copied range of the last one and appended bytes', async () => {
  const [base, appended] = [randomBytes(fiveMiB + 100), randomBytes(500)];
  const { ETag } = await s3.send(new PutObjectCommand({ Bucket, Key: 'r0', Body: base }));
  const upload = await start('r1');
  const copy = {
    ...upload,
    PartNumber: 1,
    CopySource: `${Bucket}/r0`,
    CopySourceRange: `bytes=0-${base.length - 1}`,
  };
  const stale = s3.send(new UploadPartCopyCommand({ ...copy, CopySourceIfMatch: '"0"' }));
  await expect(stale).rejects.toMatchObject({ name: 'PreconditionFailed' });
  const { CopyPartResult } = await s3.send(
    new UploadPartCopyCommand({ ...copy, CopySourceIfMatch: ETag }),
  );
  const parts = [
    { PartNumber: 1, ETag: CopyPartResult?.ETag },
    await uploadPart(upload, 2, appended),
  ];
  await complete(upload, parts, { IfNoneMatch: '*' });
  expect((await read('r1')).bytes.equals(Buffer.concat([base, appended]))).toBe(true);
});

test('a range is not copied out of an object of 5 MiB or less, nor beyond the end', async () => {
  await s3.send(new PutObjectCommand({ Bucket, Key: 'small', Body: Buffer.alloc(fiveMiB) }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'large', Body: Buffer.alloc(fiveMiB + 1) }));
  const upload = await start('target');
  const copy = (Key: string, end: number) =>
    s3.send(
      new UploadPartCopyCommand({
        ...upload,
        PartNumber: 1,
        CopySource: `${Bucket}/${Key}`,
        CopySourceRange: `bytes=0-${end}`,
      }),
    );
  await expect(copy('small', 99)).rejects.toMatchObject({ name: 'InvalidRequest' });
  await expect(copy('large', fiveMiB + 1)).rejects.toMatchObject({ name: 'InvalidArgument' });
});

test('only the last part may be smaller than 5 MiB', async () => {
  const upload = await start('small-part');
  const parts = [
    await uploadPart(upload, 1, Buffer.alloc(fiveMiB - 1)),
    await uploadPart(upload, 2, Buffer.alloc(10)),
  ];
  await expect(complete(upload, parts)).rejects.toMatchObject({ name: 'EntityTooSmall' });
});

test('completing if absent is refused where an object is, and leaves it as it was', async () => {
  const Key = uniqueName('revision');
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'first' }));
  const upload = await start(Key);
  const parts = [await uploadPart(upload, 1, Buffer.from('second'))];
  await expect(complete(upload, parts, { IfNoneMatch: '*' })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
  expect((await read(Key)).bytes.toString()).toBe('first');
});

test('parts must be named in order, with the ETags they got', async () => {
  const upload = await start('order');
  const one = await uploadPart(upload, 1, Buffer.alloc(fiveMiB));
  const two = await uploadPart(upload, 2, Buffer.alloc(10));
  await expect(complete(upload, [two, one])).rejects.toMatchObject({ name: 'InvalidPartOrder' });
  const forged = { ...two, ETag: '"00000000000000000000000000000000"' };
  await expect(complete(upload, [one, forged])).rejects.toMatchObject({ name: 'InvalidPart' });
  await complete(upload, [one, two]);
});

test('a part whose checksum lies is refused', async () => {
  const upload = await start('lie');
  const command = new UploadPartCommand({
    ...upload,
    PartNumber: 1,
    Body: 'a part',
    ChecksumCRC32: 'AAAAAA==',
  });
  await expect(s3.send(command)).rejects.toMatchObject({ name: 'BadDigest' });
});

test('an aborted upload is gone', async () => {
  const upload = await start('aborted');
  const part = await uploadPart(upload, 1, Buffer.from('x'));
  await s3.send(new AbortMultipartUploadCommand(upload));
  await expect(complete(upload, [part])).rejects.toMatchObject({ name: 'NoSuchUpload' });
});

test.runIf(bootsOwnTarget)('an upload goes on after a restart', async () => {
  const upload = await start('resumed');
  const one = await uploadPart(upload, 1, Buffer.alloc(fiveMiB, 1));
  await target.restart();
  const two = await uploadPart(upload, 2, Buffer.from('end'));
  await complete(upload, [one, two]);
  expect((await read('resumed')).ContentLength).toBe(fiveMiB + 3);
});
