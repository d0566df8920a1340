import { createHash, randomBytes } from 'node:crypto';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentDisposition } from '../../shared/aws/content-disposition.ts';
import { Conflict } from '../../shared/domain/errors.ts';
import type { Documents, PresignedAddresses } from '../../shared/ports.ts';
import { type AwsTarget, startAws } from '../fixtures/aws-target.ts';
import { uniqueName } from '../local/conformance/target.ts';

const PDF = 'application/pdf';
const MIB = 1024 * 1024;

let aws: AwsTarget;
let documents: Documents;
let presigned: PresignedAddresses;
const Bucket = uniqueName('documents');

beforeAll(async () => {
  aws = await startAws();
  await new S3Client(aws.config).send(new CreateBucketCommand({ Bucket }));
  const { s3Documents } = await import('../../shared/aws/s3-documents.ts');
  documents = s3Documents({ BUCKET: Bucket });
  const { s3Presigned } = await import('../../shared/aws/s3-presigned.ts');
  presigned = s3Presigned({ BUCKET: Bucket });
});
afterAll(() => aws.stop());

const key = () => `open/${randomBytes(8).toString('hex')}/x.pdf`;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const put = (at: string, bytes: Uint8Array) => documents.put(at, bytes, { contentType: PDF });

describe('an object', () => {
  it('comes back as it was put, with its type and ETag', async () => {
    const at = key();
    const bytes = randomBytes(1000);
    const etag = await put(at, bytes);
    const object = await documents.get(at);
    expect(object).toMatchObject({ etag, contentType: PDF });
    expect(sha256(object!.bytes)).toBe(sha256(bytes));
    expect(await documents.size(at)).toBe(1000);
  });

  it('that is not there is undefined, not an error', async () => {
    expect(await documents.get(key())).toBeUndefined();
    expect(await documents.size(key())).toBeUndefined();
  });

  it('is a conflict when its ETag is another one', async () => {
    const at = key();
    await put(at, randomBytes(10));
    const stale = documents.get(at, { ifMatch: '"00000000000000000000000000000000"' });
    await expect(stale).rejects.toThrow(Conflict);
  });

  it('is written once when it must be absent, also by two at once', async () => {
    const at = key();
    const options = { contentType: PDF, ifAbsent: true };
    const both = await Promise.allSettled([
      documents.put(at, randomBytes(10), options),
      documents.put(at, randomBytes(10), options),
    ]);
    const lost = both.filter(({ status }) => status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({ reason: expect.any(Conflict) });
  });

  it('is replaced only while it has the ETag that is known, also by two at once', async () => {
    const at = key();
    const ifMatch = await put(at, randomBytes(10));
    const options = { contentType: PDF, ifMatch };
    const both = await Promise.allSettled([
      documents.put(at, randomBytes(10), options),
      documents.put(at, randomBytes(10), options),
    ]);
    const lost = both.filter(({ status }) => status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({ reason: expect.any(Conflict) });
    await expect(documents.put(key(), randomBytes(10), options)).rejects.toThrow(Conflict);
  });

  it('is copied under a key with any characters', async () => {
    const source = `open/è + spazio/${randomBytes(4).toString('hex')}`;
    const target = key();
    await put(source, Buffer.from('x'));
    await documents.copy(source, target);
    expect(await documents.size(target)).toBe(1);
  });
});

describe.each([
  ['below 5 MiB, read and put', 1000],
  ['of 5 MiB, copied inside S3', 5 * MIB],
  ['of 12 MiB, copied inside S3', 12 * MIB],
])('appending to a source %s', (_, length) => {
  const before = randomBytes(length);
  const more = randomBytes(20_000);
  const source = async () => {
    const at = key();
    return { key: at, etag: await put(at, before), length };
  };

  it('makes a new object of both, and leaves the source', async () => {
    const target = key();
    const from = await source();
    const etag = await documents.append(from, more, target, PDF);
    const object = await documents.get(target, { ifMatch: etag });
    expect(object?.contentType).toBe(PDF);
    expect(sha256(object!.bytes)).toBe(sha256(Buffer.concat([before, more])));
    expect(await documents.size(from.key)).toBe(length);
  });

  it('is a conflict when the source is another one', async () => {
    const from = await source();
    await put(from.key, randomBytes(length));
    const target = key();
    await expect(documents.append(from, more, target, PDF)).rejects.toThrow(Conflict);
    expect(await documents.size(target)).toBeUndefined();
  });

  it('is a conflict when the target is taken, and leaves it as it was', async () => {
    const target = key();
    await put(target, Buffer.from('first'));
    await expect(documents.append(await source(), more, target, PDF)).rejects.toThrow(Conflict);
    expect(Buffer.from((await documents.get(target))!.bytes).toString()).toBe('first');
  });

  it('goes on from what it made', async () => {
    const [second, third] = [key(), key()];
    const etag = await documents.append(await source(), more, second, PDF);
    const next = { key: second, etag, length: length + more.length };
    await documents.append(next, more, third, PDF);
    expect(await documents.size(third)).toBe(length + 2 * more.length);
  });

  it('leaves no upload behind, whatever became of it', () => {
    expect(aws.target.own.store.list('s3-upload')).toEqual([]);
  });
});

describe('removing', () => {
  it('takes every object below the prefix, and no other', async () => {
    const [mine, other] = ['open/AA/', 'open/AAB/'];
    for (const name of ['1', '2', 'values/3']) await put(`${mine}${name}`, Buffer.from('x'));
    await put(`${other}1`, Buffer.from('x'));
    expect(await documents.removeAll(mine)).toBe(3);
    expect(await documents.removeAll(mine)).toBe(0);
    expect(await documents.size(`${other}1`)).toBe(1);
  });

  it.each(['', '/', 'open/AA'])('refuses a prefix that could take more: "%s"', async (prefix) => {
    await expect(documents.removeAll(prefix)).rejects.toThrow(RangeError);
  });
});

describe('a presigned address', () => {
  it('gives the object under its name, never to be stored', async () => {
    const at = key();
    await put(at, Buffer.from('%PDF-'));
    const name = { fileName: 'Contratto Però "1".pdf', inline: false };
    const response = await fetch(await presigned.get(at, name));
    expect(await response.text()).toBe('%PDF-');
    expect(response.headers.get('content-type')).toBe(PDF);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="Contratto Pero _1_.pdf"; filename*=UTF-8''Contratto%20Per%C3%B2%20%221%22.pdf`,
    );
  });

  it('is for that one object', async () => {
    const [one, other] = [key(), key()];
    await put(one, Buffer.from('1'));
    await put(other, Buffer.from('2'));
    const url = await presigned.get(one, { fileName: 'x.pdf', inline: true });
    expect((await fetch(url.replace(one, other))).status).toBe(403);
  });

  const post = async (
    at: string,
    bytes: Uint8Array<ArrayBuffer>,
    changed: Record<string, string> = {},
  ) => {
    const limits = { maxBytes: 1000, contentTypes: [PDF] };
    const { url, fields } = await presigned.post(at, limits);
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...changed })) form.append(name, value);
    form.append('file', new Blob([bytes]), 'x.pdf');
    return (await fetch(url, { method: 'POST', body: form })).status;
  };

  it('takes one upload of the type and size it was made for', async () => {
    const at = key();
    expect(await post(at, randomBytes(1000))).toBe(204);
    expect((await documents.get(at))?.contentType).toBe(PDF);
  });

  it('refuses a larger file, an empty one, another type and another key', async () => {
    const at = key();
    expect(await post(at, randomBytes(1001))).toBe(400);
    expect(await post(at, new Uint8Array(0))).toBe(400);
    expect(await post(at, randomBytes(10), { 'Content-Type': 'text/html' })).toBe(403);
    expect(await post(at, randomBytes(10), { key: key() })).toBe(403);
    expect(await documents.size(at)).toBeUndefined();
  });
});

describe('a file name', () => {
  it.each([
    ['Contratto.pdf', `inline; filename="Contratto.pdf"; filename*=UTF-8''Contratto.pdf`],
    [
      'Договор.pdf',
      `inline; filename="_______.pdf"; filename*=UTF-8''%D0%94%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80.pdf`,
    ],
    [`a'(b)*%.pdf`, `inline; filename="a'(b)*_.pdf"; filename*=UTF-8''a%27%28b%29%2A%25.pdf`],
  ])('%s is safe in a header and keeps its letters', (name, header) => {
    expect(contentDisposition(name, true)).toBe(header);
  });
});
