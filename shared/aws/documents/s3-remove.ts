import { DeleteObjectsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { s3 } from './s3-client.ts';

/** Deletes every object with the prefix, 1,000 per call (S3's limit); returns how many. */
export async function removeAll(bucket: string, prefix: string): Promise<number> {
  if (!/^.+\/$/.test(prefix)) throw new RangeError('a prefix that is removed ends in a slash');
  let removed = 0;
  for (;;) {
    const listed = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
    const keys = (listed.Contents ?? []).map(({ Key }) => Key!);
    if (keys.length > 0) await removeKeys(bucket, keys);
    removed += keys.length;
    if (!listed.IsTruncated) return removed;
  }
}

async function removeKeys(bucket: string, keys: readonly string[]): Promise<void> {
  const Objects = keys.map((Key) => ({ Key }));
  const { Errors = [] } = await s3.send(
    new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
  );
  if (Errors.length > 0) throw new Error(`${Errors.length} objects were not removed`);
}
