import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootsOwnTarget, clientConfig, Target, uniqueName } from './target.ts';

let target: Target;
let s3: S3Client;
const Bucket = uniqueName('documents');

beforeAll(async () => {
  target = await Target.start();
  s3 = new S3Client(clientConfig(target.endpoint));
  await s3.send(new CreateBucketCommand({ Bucket }));
});
afterAll(() => target.stop());

const put = (Key: string, Body: string | Buffer | Readable, more = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));

async function get(Key: string, more = {}) {
  const { Body, ...rest } = await s3.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return { ...rest, bytes: Buffer.from((await Body?.transformToByteArray()) ?? []) };
}

const md5 = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`;

test('an object comes back byte for byte, with its type and metadata', async () => {
  const bytes = randomBytes(100_000);
  const key = 'open/E1/revisione più lunga +&=.pdf';
  const { ETag } = await put(key, bytes, {
    ContentType: 'application/pdf',
    Metadata: { sha256: 'abc' },
  });
  const object = await get(key);
  expect(object.bytes.equals(bytes)).toBe(true);
  expect(object).toMatchObject({
    ETag: md5(bytes),
    ContentType: 'application/pdf',
    ContentLength: 100_000,
    Metadata: { sha256: 'abc' },
    ServerSideEncryption: 'AES256',
  });
  expect(ETag).toBe(md5(bytes));
});

test('a stream sent in chunks with a trailing checksum arrives whole', async () => {
  const bytes = randomBytes(3_000_000);
  const chunks = [bytes.subarray(0, 10), bytes.subarray(10, 1_000_001), bytes.subarray(1_000_001)];
  await put('streamed', Readable.from(chunks), { ContentLength: bytes.length });
  expect((await get('streamed')).bytes.equals(bytes)).toBe(true);
});

test('an empty object is an object', async () => {
  await put('empty', '');
  expect(await get('empty')).toMatchObject({ ContentLength: 0, bytes: Buffer.alloc(0) });
});

test('a body that does not match its declared checksum is refused and not stored', async () => {
  const wrong = put('lie', 'the body', { ChecksumCRC32: 'AAAAAA==' });
  await expect(wrong).rejects.toMatchObject({ name: 'BadDigest' });
  await expect(put('lie', 'the body', { ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' })).rejects.toThrow(
    expect.objectContaining({ name: 'BadDigest' }),
  );
  await expect(get('lie')).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('put if absent succeeds once, also when many try at once', async () => {
  const key = uniqueName('revision');
  const attempt = (text: string) => put(key, text, { IfNoneMatch: '*' });
  const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd'].map(attempt));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(attempt('e')).rejects.toMatchObject({
    name: 'PreconditionFailed',
    $metadata: { httpStatusCode: 412 },
  });
});

test('put if match replaces only the version that was read', async () => {
  const { ETag } = await put('guarded', 'one');
  await put('guarded', 'two', { IfMatch: ETag });
  await expect(put('guarded', 'three', { IfMatch: ETag })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
  await expect(put('absent', 'x', { IfMatch: ETag })).rejects.toMatchObject({ name: 'NoSuchKey' });
  expect((await get('guarded')).bytes.toString()).toBe('two');
});

test.each([
  ['bytes=0-3', 'head', 'bytes 0-3/12'],
  ['bytes=8-', 'tail', 'bytes 8-11/12'],
  ['bytes=-4', 'tail', 'bytes 8-11/12'],
  ['bytes=8-400', 'tail', 'bytes 8-11/12'],
])('the range %s is served alone', async (Range, text, ContentRange) => {
  await put('ranged', 'head....tail');
  const part = await get('ranged', { Range });
  expect(part.bytes.toString()).toBe(text);
  expect(part.ContentRange).toBe(ContentRange);
  expect(part.$metadata.httpStatusCode).toBe(206);
});

test('a range beyond the end is refused', async () => {
  await put('ranged', 'head....tail');
  await expect(get('ranged', { Range: 'bytes=12-' })).rejects.toMatchObject({
    name: 'InvalidRange',
  });
});

test('a read with If-Match gets that version or nothing', async () => {
  const { ETag } = await put('read-guarded', 'one');
  expect((await get('read-guarded', { IfMatch: ETag })).bytes.toString()).toBe('one');
  await put('read-guarded', 'two');
  await expect(get('read-guarded', { IfMatch: ETag })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
});

test('head tells size and metadata, and 404 where nothing is', async () => {
  await put('headed', 'twelve bytes', { Metadata: { plan: 'yes' } });
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'headed' }));
  expect(head).toMatchObject({ ContentLength: 12, Metadata: { plan: 'yes' } });
  const missing = s3.send(new HeadObjectCommand({ Bucket, Key: 'missing' }));
  await expect(missing).rejects.toMatchObject({ name: 'NotFound' });
});

test('deleting is final and may be repeated', async () => {
  await put('doomed', 'x');
  const remove = () => s3.send(new DeleteObjectCommand({ Bucket, Key: 'doomed' }));
  await remove();
  await remove();
  await expect(get('doomed')).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('many objects are deleted in one request', async () => {
  const keys = ['closed/E9/a&b', 'closed/E9/b', 'closed/E9/c'];
  for (const key of keys) await put(key, key);
  const Delete = { Objects: keys.map((Key) => ({ Key })) };
  const { Deleted } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete }));
  expect(Deleted?.map(({ Key }) => Key)).toEqual(keys);
  const list = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'closed/E9/' }));
  expect(list.KeyCount).toBe(0);
});

test('a listing is in key order, by prefix, in pages', async () => {
  const prefix = `${uniqueName('list')}/`;
  const keys = ['a', 'a/b', 'b', 'è', 'z'].map((name) => prefix + name);
  for (const key of [...keys].reverse()) await put(key, 'x');
  const input = { Bucket, Prefix: prefix, MaxKeys: 2 };
  const found: (string | undefined)[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await s3.send(new ListObjectsV2Command({ ...input, ContinuationToken }));
    found.push(...(page.Contents ?? []).map(({ Key }) => Key));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
  expect(found).toEqual([...keys.slice(0, 3), keys[4], keys[3]]);
});

test('a delimiter folds keys into common prefixes, across pages too', async () => {
  const prefix = `${uniqueName('fold')}/`;
  for (const name of ['a/1', 'a/2', 'b', 'c/1']) await put(prefix + name, 'x');
  const input = { Bucket, Prefix: prefix, Delimiter: '/', MaxKeys: 1 };
  const names: (string | undefined)[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await s3.send(new ListObjectsV2Command({ ...input, ContinuationToken }));
    names.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
    names.push(...(page.Contents ?? []).map(({ Key }) => Key));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
  expect(names).toEqual([`${prefix}a/`, `${prefix}b`, `${prefix}c/`]);
});

test('a copy keeps bytes and metadata, and guards its source', async () => {
  const { ETag } = await put('source', 'copied', { Metadata: { kept: 'yes' } });
  const CopySource = `${Bucket}/source`;
  const copy = (Key: string, CopySourceIfMatch = ETag) =>
    s3.send(new CopyObjectCommand({ Bucket, Key, CopySource, CopySourceIfMatch }));
  await copy('copy');
  expect(await get('copy')).toMatchObject({ ETag, Metadata: { kept: 'yes' } });
  await expect(copy('other', '"0"')).rejects.toMatchObject({ name: 'PreconditionFailed' });
});

test('nothing is public: an anonymous request is refused', async () => {
  await put('private', 'x');
  for (const path of [`/${Bucket}/private`, `/${Bucket}?list-type=2`, '/']) {
    const response = await fetch(target.endpoint + path);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('<Code>AccessDenied</Code>');
  }
});

test('a public ACL is refused', async () => {
  await expect(put('public', 'x', { ACL: 'public-read' })).rejects.toThrow();
});

describe.runIf(bootsOwnTarget)('the local target', () => {
  test('keeps objects over a restart', async () => {
    const bytes = randomBytes(50_000_000);
    await put('big.pdf', bytes);
    await target.restart();
    expect((await get('big.pdf')).bytes.equals(bytes)).toBe(true);
  });

  test('refuses operations, parameters and headers it does not imitate', async () => {
    const refused = { name: 'NotImplemented', $metadata: { httpStatusCode: 501 } };
    await put('plain', 'x');
    const tagging = s3.send(new GetObjectTaggingCommand({ Bucket, Key: 'plain' }));
    await expect(tagging).rejects.toMatchObject(refused);
    await expect(s3.send(new ListObjectsCommand({ Bucket }))).rejects.toMatchObject(refused);
    await expect(get('plain', { VersionId: 'null' })).rejects.toMatchObject(refused);
    await expect(put('locked', 'x', { ObjectLockMode: 'COMPLIANCE' })).rejects.toMatchObject(
      refused,
    );
    await expect(put('crc', 'x', { ChecksumAlgorithm: 'SHA1' })).rejects.toMatchObject(refused);
  });
});
