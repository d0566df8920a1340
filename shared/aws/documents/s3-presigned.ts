import { GetObjectCommand } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { PRESIGNED_SECONDS } from '../../contract/presigned.ts';
import type { PresignedAddresses, PresignedPost } from '../../ports/documents.ts';
import { contentDisposition } from './content-disposition.ts';
import { s3 } from './s3-client.ts';

export const s3Presigned = ({ BUCKET: bucket }: { BUCKET: string }): PresignedAddresses => ({
  get: (key, options) => presignedGet(bucket, key, options),
  post: (key, limits) => presignedPost(bucket, key, limits),
});

async function presignedGet(
  bucket: string,
  key: string,
  { fileName, inline }: { fileName: string; inline: boolean },
): Promise<string> {
  const command = new GetObjectCommand({
    Bucket: bucket,
    Key: key,
    ResponseContentDisposition: contentDisposition(fileName, inline),
    ResponseCacheControl: 'no-store',
  });
  return getSignedUrl(s3, command, { expiresIn: PRESIGNED_SECONDS });
}

/** Restricted to one key, a size range, and a content type or its prefix. */
async function presignedPost(
  bucket: string,
  key: string,
  { maxBytes, contentTypes }: { maxBytes: number; contentTypes: readonly string[] },
): Promise<PresignedPost> {
  const contentType = commonStart(contentTypes);
  const exact = contentTypes.length === 1;
  return createPresignedPost(s3, {
    Bucket: bucket,
    Key: key,
    Conditions: [
      ['content-length-range', 1, maxBytes],
      [exact ? 'eq' : 'starts-with', '$Content-Type', contentType],
    ],
    Fields: exact ? { 'Content-Type': contentType } : {},
    Expires: PRESIGNED_SECONDS,
  });
}

function commonStart([first = '', ...rest]: readonly string[]): string {
  let length = first.length;
  while (!rest.every((other) => other.startsWith(first.slice(0, length)))) length--;
  return first.slice(0, length);
}
