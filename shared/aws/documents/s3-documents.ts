import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { Conflict } from '../../domain/errors.ts';
import type { Documents, PutOptions, StoredObject } from '../../ports/documents.ts';
import { copyAndAppend, copySource, MIN_PART_BYTES } from './s3-append.ts';
import { s3 } from './s3-client.ts';
import { isAbsent, orConflict } from './s3-errors.ts';
import { removeAll } from './s3-remove.ts';

export const s3Documents = ({ BUCKET: bucket }: { BUCKET: string }): Documents => ({
  get: (key, options) => get(bucket, key, options?.ifMatch),
  size: (key) => size(bucket, key),
  put: (key, bytes, options) => put(bucket, key, bytes, options),
  append: (source, bytes, target, contentType) =>
    source.length < MIN_PART_BYTES
      ? readAndAppend(bucket, source, bytes, target, contentType)
      : copyAndAppend(bucket, source, bytes, target, contentType),
  copy: (source, target) => copy(bucket, source, target),
  removeAll: (prefix) => removeAll(bucket, prefix),
});

async function get(
  bucket: string,
  key: string,
  ifMatch: string | undefined,
): Promise<StoredObject | undefined> {
  const command = new GetObjectCommand({ Bucket: bucket, Key: key, IfMatch: ifMatch });
  const object = await orConflict(key, s3.send(command)).catch(undefinedIfAbsent);
  if (!object) return undefined;
  const bytes = await object.Body!.transformToByteArray();
  const { ETag, ContentType } = object;
  return { bytes, etag: ETag!, ...(ContentType && { contentType: ContentType }) };
}

async function size(bucket: string, key: string): Promise<number | undefined> {
  const command = new HeadObjectCommand({ Bucket: bucket, Key: key });
  return (await s3.send(command).catch(undefinedIfAbsent))?.ContentLength;
}

async function copy(bucket: string, source: string, target: string): Promise<boolean> {
  const from = copySource(bucket, source);
  const command = new CopyObjectCommand({ Bucket: bucket, Key: target, CopySource: from });
  return (await s3.send(command).catch(undefinedIfAbsent)) !== undefined;
}

function undefinedIfAbsent(error: unknown): undefined {
  if (!isAbsent(error)) throw error;
}

async function put(
  bucket: string,
  key: string,
  bytes: Uint8Array,
  { contentType, ifAbsent, ifMatch }: PutOptions,
): Promise<string> {
  const command = new PutObjectCommand({
    Bucket: bucket,
    Key: key,
    Body: bytes,
    ContentType: contentType,
    IfNoneMatch: ifAbsent ? '*' : undefined,
    IfMatch: ifMatch,
  });
  return (await orConflict(key, s3.send(command)).catch(conflictIfGone(key, ifMatch))).ETag!;
}

/** With `ifMatch` on a missing object, S3 answers NoSuchKey instead of a failed precondition. */
const conflictIfGone = (key: string, ifMatch: string | undefined) => (error: unknown) => {
  throw ifMatch && isAbsent(error) ? new Conflict(key) : error;
};

/** S3 copies no part below 5 MiB, so a small source is read and rewritten. */
async function readAndAppend(
  bucket: string,
  source: { key: string; etag: string; length: number },
  bytes: Uint8Array,
  target: string,
  contentType: string,
): Promise<string> {
  const before = await get(bucket, source.key, source.etag);
  if (before?.bytes.length !== source.length) throw new Conflict(source.key);
  const whole = Buffer.concat([before.bytes, bytes]);
  return put(bucket, target, whole, { contentType, ifAbsent: true });
}
