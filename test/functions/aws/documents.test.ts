import { randomBytes } from 'node:crypto';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentDisposition } from '../../../shared/aws/documents/content-disposition.ts';
import { Conflict } from '../../../shared/domain/errors.ts';
import type { Documents, PresignedAddresses } from '../../../shared/ports/documents.ts';
import { type AwsTarget, startAws } from '../../fixtures/aws-target.ts';
import { uniqueName } from '../../local/conformance/target.ts';

const PDF = 'application/pdf';
const MIB = 1024 * 1024;

let aws: AwsTarget;
let documents: Documents;
let presigned: PresignedAddresses;
const Bucket = uniqueName('documents');

beforeAll(async () => {
  aws = await startAws();
  await new S3Client(aws.config).send(new CreateBucketCommand({ Bucket }));
  const { s3Documents } = await import('../../../shared/aws/documents/s3-documents.ts');
  documents = s3Documents({ BUCKET: Bucket });
  const { s3Presigned } = await import('../../../shared/aws/documents/s3-presigned.ts');
  presigned = s3Presigned({ BUCKET: Bucket });
});
afterAll(() => aws.stop());

const key = () => `open/${randomBytes(8).toString('hex')}/x.pdf`;
const put = (at: string, bytes: Uint8Array) => documents.put(at, bytes, { contentType: PDF });

describe('a large object that is appended to', () => {
  it('leaves no upload behind, also when its target is taken', async () => {
    const [source, target] = [key(), key()];
    const length = 5 * MIB;
    const etag = await put(source, randomBytes(length));
    const append = () =>
      documents.append({ key: source, etag, length }, randomBytes(9), target, PDF);
    await append();
    await expect(append()).rejects.toThrow(Conflict);
    expect(aws.target.own.store.list('s3-upload')).toEqual([]);
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

  async function post(
    at: string,
    bytes: Uint8Array<ArrayBuffer>,
    changed: Record<string, string> = {},
  ) {
    const limits = { maxBytes: 1000, contentTypes: [PDF] };
    const { url, fields } = await presigned.post(at, limits);
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...changed })) form.append(name, value);
    form.append('file', new Blob([bytes]), 'x.pdf');
    return (await fetch(url, { method: 'POST', body: form })).status;
  }

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
