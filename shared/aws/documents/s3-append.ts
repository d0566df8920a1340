import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { Conflict } from '../../domain/errors.ts';
import { s3 } from './s3-client.ts';
import { orConflict } from './s3-errors.ts';

/** S3's minimum part size, except for the last part. */
export const MIN_PART_BYTES = 5 * 1024 * 1024;

export const copySource = (bucket: string, key: string): string =>
  [bucket, ...key.split('/')].map(encodeURIComponent).join('/');

interface Source {
  readonly key: string;
  readonly etag: string;
}

interface Upload {
  readonly Bucket: string;
  readonly Key: string;
  readonly UploadId: string | undefined;
}

/**
 * Multipart upload: the source as first part, copied within S3 if its ETag matches, the bytes as last part.
 * The target's absence is checked on completion, the only request of an upload that supports it.
 */
export async function copyAndAppend(
  bucket: string,
  source: Source,
  bytes: Uint8Array,
  target: string,
  contentType: string,
): Promise<string> {
  const place = { Bucket: bucket, Key: target };
  const { UploadId } = await s3.send(
    new CreateMultipartUploadCommand({ ...place, ContentType: contentType }),
  );
  const upload = { ...place, UploadId };
  try {
    return await completed(upload, source, bytes);
  } catch (error) {
    await s3.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
    throw error;
  }
}

async function completed(upload: Upload, source: Source, bytes: Uint8Array): Promise<string> {
  const parts = [
    copiedPart(upload, source),
    s3.send(new UploadPartCommand({ ...upload, PartNumber: 2, Body: bytes })),
  ] as const;
  // Wait for both before aborting: a part that arrives after the abort would be stored and billed.
  await Promise.allSettled(parts);
  const [first, second] = await Promise.all(parts);
  const Parts = [
    { PartNumber: 1, ETag: first },
    { PartNumber: 2, ETag: second.ETag },
  ];
  const complete = new CompleteMultipartUploadCommand({
    ...upload,
    MultipartUpload: { Parts },
    IfNoneMatch: '*',
  });
  return (await orConflict(upload.Key, s3.send(complete))).ETag!;
}

/** The whole source without a range, since S3 accepts copy ranges only above 5 MiB. */
async function copiedPart(upload: Upload, source: Source): Promise<string> {
  const copy = new UploadPartCopyCommand({
    ...upload,
    PartNumber: 1,
    CopySource: copySource(upload.Bucket, source.key),
    CopySourceIfMatch: source.etag,
  });
  const { CopyPartResult } = await orConflict(source.key, s3.send(copy));
  if (!CopyPartResult?.ETag) throw new Conflict(source.key);
  return CopyPartResult.ETag;
}
