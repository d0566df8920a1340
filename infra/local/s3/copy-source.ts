import { AwsError, notImplemented } from '../aws/aws-error.ts';
import type { BlobRange } from './blobs.ts';
import type { Objects, StoredObject } from './objects.ts';
import type { S3Request } from './s3-request.ts';

/** The object named by x-amz-copy-source (`bucket/key`, percent-encoded). Throws NoSuchKey. */
export function copySource({ headers }: S3Request, objects: Objects): StoredObject {
  const source = headers['x-amz-copy-source'] ?? '';
  if (source.includes('?')) throw notImplemented('copying a version');
  const [, bucket = '', key = ''] = /^\/?([^/]+)\/(.+)$/.exec(source) ?? [];
  if (!key) throw new AwsError('InvalidArgument', 'Copy Source must mention the bucket and key');
  return objects.find(decodeURIComponent(bucket), decodeURIComponent(key));
}

/** UploadPartCopy copies ranges only from objects larger than 5 MiB. */
const smallestRangeSource = 5 * 2 ** 20;

/** The byte range in x-amz-copy-source-range, or the whole object. */
export function copyRange({ headers }: S3Request, { blob, size }: StoredObject): BlobRange {
  const header = headers['x-amz-copy-source-range'];
  if (header === undefined) return { id: blob, start: 0, end: size - 1 };
  const [, start, end] = (/^bytes=(\d+)-(\d+)$/.exec(header) ?? []).map(Number);
  if (start === undefined || end === undefined || start > end)
    throw new AwsError('InvalidArgument', 'The x-amz-copy-source-range value is not valid');
  if (size <= smallestRangeSource)
    throw new AwsError('InvalidRequest', 'The copy source is not supported as a byte-range source');
  if (end >= size)
    throw new AwsError(
      'InvalidArgument',
      `Range specified is not valid for source of size ${size}`,
    );
  return { id: blob, start, end };
}
