import {
  CreateBucketCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientConfig, Target, uniqueName } from './target.ts';

let target: Target;
let s3: S3Client;
const Bucket = uniqueName('documents');

beforeAll(async () => {
  target = await Target.start();
  s3 = new S3Client(clientConfig(target.endpoint));
  await s3.send(new CreateBucketCommand({ Bucket }));
});
afterAll(() => target.stop());

const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body }));

async function read(Key: string) {
  const { Body, ContentType } = await s3.send(new GetObjectCommand({ Bucket, Key }));
  return { text: await Body?.transformToString(), ContentType };
}

/** A client whose clock is `seconds` slow, so that its signatures are already old. */
const signedEarlier = (seconds: number) =>
  new S3Client({
    ...clientConfig(target.endpoint),
    systemClockOffset: -seconds * 1000,
  });

async function errorCode(response: Response) {
  const [, code] = /<Code>(\w+)<\/Code>/.exec(await response.text()) ?? [];
  return [response.status, code];
}

describe('a presigned download', () => {
  const download = (Key: string, more = {}) =>
    getSignedUrl(s3, new GetObjectCommand({ Bucket, Key, ...more }), { expiresIn: 60 });

  test('serves the object under the name and type that were signed', async () => {
    await put('signed.pdf', 'pdf');
    const response = await fetch(
      await download('signed.pdf', {
        ResponseContentDisposition: 'attachment; filename="contratto.pdf"',
        ResponseContentType: 'application/pdf',
      }),
    );
    expect(await response.text()).toBe('pdf');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="contratto.pdf"',
    );
    expect(response.headers.get('content-type')).toBe('application/pdf');
  });

  test('opens no other key, and no other name than the signed one', async () => {
    await put('mine', 'x');
    await put('other', 'y');
    const url = await download('mine', { ResponseContentDisposition: 'inline' });
    expect(await errorCode(await fetch(url.replace('/mine?', '/other?')))).toEqual([
      403,
      'SignatureDoesNotMatch',
    ]);
    expect(await errorCode(await fetch(url.replace('inline', 'attachment')))).toEqual([
      403,
      'SignatureDoesNotMatch',
    ]);
  });

  test('does not turn into an upload', async () => {
    await put('fixed', 'x');
    const url = await download('fixed');
    const response = await fetch(url, { method: 'PUT', body: 'changed' });
    expect(response.status).toBe(403);
    expect((await read('fixed')).text).toBe('x');
  });

  test('expires', async () => {
    await put('old', 'x');
    const command = new GetObjectCommand({ Bucket, Key: 'old' });
    const signingDate = new Date(Date.now() - 120_000);
    const url = await getSignedUrl(s3, command, { expiresIn: 60, signingDate });
    expect(await errorCode(await fetch(url))).toEqual([403, 'AccessDenied']);
  });
});

describe('a presigned upload', () => {
  function upload(Key: string, more = {}) {
    const client = new S3Client({
      ...clientConfig(target.endpoint),
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
    return getSignedUrl(client, new PutObjectCommand({ Bucket, Key, ...more }), { expiresIn: 60 });
  }

  test('stores the body under the signed key', async () => {
    const response = await fetch(await upload('image.png'), { method: 'PUT', body: 'png' });
    expect(response.status).toBe(200);
    expect((await read('image.png')).text).toBe('png');
  });

  test('refuses a body that belies the signed checksum, the empty one too', async () => {
    const command = new PutObjectCommand({ Bucket, Key: 'empty-checksum' });
    const url = await getSignedUrl(s3, command, { expiresIn: 60 });
    expect(url).toContain('x-amz-checksum-crc32=AAAAAA%3D%3D');
    const response = await fetch(url, { method: 'PUT', body: 'not empty' });
    expect(await errorCode(response)).toEqual([400, 'BadDigest']);
  });

  test('refuses headers that were not signed', async () => {
    const url = await upload('meta');
    const headers = { 'x-amz-meta-owner': 'me' };
    const response = await fetch(url, { method: 'PUT', body: 'x', headers });
    expect(response.status).toBe(403);
  });
});

describe('a presigned form', () => {
  const key = 'uploads/E1/original.pdf';

  const sign = (more: Partial<PresignedPostOptions> = {}, client = s3) =>
    createPresignedPost(client, {
      Bucket,
      Key: key,
      Expires: 60,
      Fields: { 'Content-Type': 'application/pdf' },
      Conditions: [
        ['content-length-range', 5, 1000],
        ['eq', '$Content-Type', 'application/pdf'],
      ],
      ...more,
    });

  function post(
    { url, fields }: Awaited<ReturnType<typeof sign>>,
    body: string | Buffer = '%PDF-1.7',
    changed: Record<string, string> = {},
  ) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...changed })) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(Buffer.from(body))]), 'original.pdf');
    return fetch(url, { method: 'POST', body: form });
  }

  test('stores the file under the signed key and type', async () => {
    expect((await post(await sign())).status).toBe(204);
    expect(await read(key)).toEqual({ text: '%PDF-1.7', ContentType: 'application/pdf' });
  });

  test('keeps bytes that look like a boundary', async () => {
    const body = '%PDF\r\n--\r\n------WebKitFormBoundary\r\n\r\n--';
    await post(await sign(), body);
    expect((await read(key)).text).toBe(body);
  });

  test('takes a file of tens of megabytes', async () => {
    const large = await sign({ Conditions: [['content-length-range', 1, 60_000_000]] });
    expect((await post(large, Buffer.alloc(50_000_000, 'x'))).status).toBe(204);
    expect((await read(key)).text).toHaveLength(50_000_000);
  });

  test.each([
    ['a file that is too big', 'x'.repeat(1001), {}, 400, 'EntityTooLarge'],
    ['a file that is far too big', 'x'.repeat(40_000_000), {}, 400, 'EntityTooLarge'],
    ['a file that is too small', 'x', {}, 400, 'EntityTooSmall'],
    ['another key', '%PDF-1.7', { key: 'closed/E1/signed.pdf' }, 403, 'AccessDenied'],
    ['another type', '%PDF-1.7', { 'Content-Type': 'text/html' }, 403, 'AccessDenied'],
    ['a field that was not signed', '%PDF-1.7', { 'x-amz-meta-a': 'b' }, 403, 'AccessDenied'],
    ['a changed signature', '%PDF-1.7', { 'X-Amz-Signature': '00' }, 403, 'SignatureDoesNotMatch'],
  ])('refuses %s', async (_, body, changed, status, code) => {
    expect(await errorCode(await post(await sign(), body, changed))).toEqual([status, code]);
  });

  test('refuses a policy that was loosened after signing', async () => {
    const signed = await sign();
    const policy = JSON.parse(Buffer.from(signed.fields.Policy ?? '', 'base64').toString());
    policy.conditions = policy.conditions.filter((condition: unknown) => !Array.isArray(condition));
    const Policy = Buffer.from(JSON.stringify(policy)).toString('base64');
    const response = await post(signed, '%PDF-1.7', { Policy });
    expect(await errorCode(response)).toEqual([403, 'SignatureDoesNotMatch']);
  });

  test('expires', async () => {
    const response = await post(await sign({}, signedEarlier(120)));
    expect(await errorCode(response)).toEqual([403, 'AccessDenied']);
  });

  test('allows a key that starts as signed, and no other', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: S3 puts the file's name there.
    const key = 'uploads/E2/${filename}';
    const prefix = ['starts-with', '$key', 'uploads/E2/'] as const;
    const signed = await sign({ Key: key, Conditions: [[...prefix]] });
    expect((await post(signed)).status).toBe(204);
    expect((await read('uploads/E2/original.pdf')).text).toBe('%PDF-1.7');
    expect((await post(signed, '%PDF-1.7', { key: 'uploads/E3/x' })).status).toBe(403);
  });

  test('refuses a form without a policy', async () => {
    const url = `${target.endpoint}/${Bucket}`;
    const response = await post({ url, fields: { key } }, 'anonymous');
    expect(await errorCode(response)).toEqual([403, 'AccessDenied']);
  });
});
