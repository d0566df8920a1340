import { AwsError } from '../aws/aws-error.ts';
import { checkCopySource, quoted, writeConditions } from './conditions.ts';
import { copySource } from './copy-source.ts';
import { encryptionHeaders, objectHeaders } from './object-headers.ts';
import { receiveBody } from './request-body.ts';
import type { S3Request } from './s3-request.ts';
import type { S3Operation, S3State } from './s3-state.ts';
import { xmlDocument } from './xml.ts';

/** S3's limit on a key, in bytes of UTF-8. */
const longestKey = 1024;

export function checkKey(key: string): void {
  if (Buffer.byteLength(key) > longestKey)
    throw new AwsError('KeyTooLongError', 'Your key is too long');
}

/** PutObject, signed or presigned, with If-None-Match: * and If-Match. */
export const putObject: S3Operation = {
  parameters: [],
  run: async (request, { blobs, buckets, objects }) => {
    const { bucket, key } = request;
    checkKey(key);
    const conditions = writeConditions(request);
    const headers = objectHeaders(request.headers, buckets, bucket);
    const { id, size, md5, crc32 } = await receiveBody(request, blobs);
    const object = { bucket, key, blob: id, size, etag: md5, headers, crc32 };
    objects.put(object, conditions, 'PutObject');
    return {
      status: 200,
      headers: {
        etag: quoted(md5),
        'x-amz-checksum-crc32': crc32,
        'x-amz-checksum-type': 'FULL_OBJECT',
        ...encryptionHeaders(headers),
      },
    };
  },
};

/** Whether the copy replaces the metadata. Like S3, refuses a copy onto itself that changes nothing. */
function replacesHeaders({ headers, bucket, key }: S3Request, source: string): boolean {
  const directive = headers['x-amz-metadata-directive'] ?? 'COPY';
  if (directive !== 'COPY' && directive !== 'REPLACE')
    throw new AwsError('InvalidArgument', 'Unknown metadata directive.');
  if (directive === 'COPY' && source === `${bucket}/${key}`)
    throw new AwsError('InvalidRequest', 'This copy request is illegal: it changes nothing');
  return directive === 'REPLACE';
}

function copiedHeaders(request: S3Request, { buckets, objects }: S3State) {
  const source = copySource(request, objects);
  const replaced = objectHeaders(request.headers, buckets, request.bucket);
  if (replacesHeaders(request, `${source.bucket}/${source.key}`)) return replaced;
  return { ...source.headers, ...encryptionHeaders(replaced) };
}

/** CopyObject within this target, with conditions on the source and on the object that it replaces. */
export const copyObject: S3Operation = {
  parameters: [],
  run: async (request, state) => {
    const { bucket, key } = request;
    checkKey(key);
    const source = copySource(request, state.objects);
    checkCopySource(request, source.etag);
    const headers = copiedHeaders(request, state);
    const whole = { id: source.blob, start: 0, end: source.size - 1 };
    const { id, size, md5, crc32 } = await state.blobs.write(state.blobs.read(whole));
    const object = { bucket, key, blob: id, size, etag: md5, headers, crc32 };
    const { modified } = state.objects.put(object, writeConditions(request), 'CopyObject');
    const LastModified = new Date(modified).toISOString();
    const body = xmlDocument('CopyObjectResult', { ETag: quoted(md5), LastModified });
    return { status: 200, headers: encryptionHeaders(headers), body };
  },
};
