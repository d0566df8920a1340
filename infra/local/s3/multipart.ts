import { createHash } from 'node:crypto';
import * as z from 'zod';
import { AwsError } from '../aws/aws-error.ts';
import type { Blobs } from './blobs.ts';
import { checkCopySource, checkWrite, quoted, writeConditions } from './conditions.ts';
import { copyRange, copySource } from './copy-source.ts';
import { encryptionHeaders, objectHeaders } from './object-headers.ts';
import { receiveBody, receiveText } from './request-body.ts';
import type { S3Request } from './s3-request.ts';
import type { S3Operation, S3State } from './s3-state.ts';
import type { Part, Upload } from './uploads.ts';
import { checkKey } from './write-object.ts';
import { parseXml, xmlDocument } from './xml.ts';

/** Minimum size of every part but the last: 5 MiB (S3 user guide, multipart upload limits). */
const smallestPart = 5 * 2 ** 20;

const CompleteMultipartUpload = z.strictObject({
  Part: z
    .array(
      z.strictObject({
        PartNumber: z.coerce.number().int().min(1).max(10_000),
        ETag: z.string(),
        ChecksumCRC32: z.string().optional(),
      }),
    )
    .min(1),
});
type NamedPart = z.output<typeof CompleteMultipartUpload>['Part'][number];

const uploadOf = ({ query, bucket, key }: S3Request, { uploads }: S3State): Upload =>
  uploads.find(query.get('uploadId') ?? '', bucket, key);

function partNumber({ query }: S3Request): number {
  const number = Number(query.get('partNumber'));
  if (Number.isInteger(number) && number >= 1 && number <= 10_000) return number;
  throw new AwsError('InvalidArgument', 'Part number must be an integer between 1 and 10000');
}

export const createMultipartUpload: S3Operation = {
  parameters: ['uploads'],
  run: (request, { uploads, buckets }) => {
    const { bucket, key } = request;
    checkKey(key);
    const headers = objectHeaders(request.headers, buckets, bucket);
    const { id } = uploads.create(bucket, key, headers);
    const result = { Bucket: bucket, Key: key, UploadId: id };
    const body = xmlDocument('InitiateMultipartUploadResult', result);
    return { status: 200, headers: encryptionHeaders(headers), body };
  },
};

export const uploadPart: S3Operation = {
  parameters: ['uploadId', 'partNumber'],
  run: async (request, state) => {
    const number = partNumber(request);
    uploadOf(request, state);
    const blob = await receiveBody(request, state.blobs);
    const { etag, crc32 } = state.uploads.putPart(uploadOf(request, state), number, blob);
    return { status: 200, headers: { etag: quoted(etag), 'x-amz-checksum-crc32': crc32 } };
  },
};

/** UploadPartCopy, with x-amz-copy-source-range and x-amz-copy-source-if-match. */
export const uploadPartCopy: S3Operation = {
  parameters: ['uploadId', 'partNumber'],
  run: async (request, state) => {
    const number = partNumber(request);
    const upload = uploadOf(request, state);
    const source = copySource(request, state.objects);
    checkCopySource(request, source.etag);
    const blob = await state.blobs.write(state.blobs.read(copyRange(request, source)));
    const { etag } = state.uploads.putPart(upload, number, blob);
    const LastModified = new Date(state.clock.now()).toISOString();
    const body = xmlDocument('CopyPartResult', { ETag: quoted(etag), LastModified });
    return { status: 200, body };
  },
};

function matchPart(stored: readonly Part[], named: NamedPart): Part {
  const part = stored.find(({ number }) => number === named.PartNumber);
  const sameEtag = part?.etag === named.ETag.replaceAll('"', '');
  const sameSum = named.ChecksumCRC32 === undefined || named.ChecksumCRC32 === part?.crc32;
  if (part && sameEtag && sameSum) return part;
  throw new AwsError('InvalidPart', 'One or more of the specified parts could not be found.');
}

/** The parts listed by the caller, validated for order, existence, ETag and size. */
function selectParts(stored: readonly Part[], named: readonly NamedPart[]): Part[] {
  const numbers = named.map(({ PartNumber }) => PartNumber);
  if (numbers.some((number, at) => at > 0 && number <= (numbers[at - 1] ?? 0)))
    throw new AwsError('InvalidPartOrder', 'The list of parts was not in ascending order.');
  const parts = named.map((part) => matchPart(stored, part));
  if (parts.slice(0, -1).some(({ size }) => size < smallestPart))
    throw new AwsError('EntityTooSmall', 'A part but the last is smaller than 5 MiB');
  return parts;
}

async function* joined(blobs: Blobs, parts: readonly Part[]): AsyncGenerator<Buffer> {
  for (const { blob, size } of parts) yield* blobs.read({ id: blob, start: 0, end: size - 1 });
}

/** ETag of a multipart object: MD5 over the parts' MD5s, and their number. */
function joinedEtag(parts: readonly Part[]): string {
  const digests = Buffer.concat(parts.map(({ etag }) => Buffer.from(etag, 'hex')));
  return `${createHash('md5').update(digests).digest('hex')}-${parts.length}`;
}

function checkSize({ headers }: S3Request, parts: readonly Part[]): void {
  const expected = headers['x-amz-mp-object-size'];
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  if (expected !== undefined && Number(expected) !== size)
    throw new AwsError('InvalidRequest', 'The size of the parts is not x-amz-mp-object-size');
}

async function assemble(
  request: S3Request,
  state: S3State,
  upload: Upload,
  parts: readonly Part[],
) {
  const { bucket, key } = request;
  const conditions = writeConditions(request);
  checkWrite(conditions, state.objects.get(bucket, key));
  const { id, size } = await state.blobs.write(joined(state.blobs, parts));
  const etag = joinedEtag(parts);
  const object = { bucket, key, blob: id, size, etag, headers: upload.headers, crc32: undefined };
  return state.objects.put(object, conditions, 'CompleteMultipartUpload');
}

/** CompleteMultipartUpload, with If-None-Match: * and If-Match; if refused, the upload stays open. */
export const completeMultipartUpload: S3Operation = {
  parameters: ['uploadId'],
  run: async (request, state) => {
    const upload = uploadOf(request, state);
    const text = await receiveText(request, state.blobs);
    const named = parseXml(text, 'CompleteMultipartUpload', CompleteMultipartUpload).Part;
    const parts = selectParts(state.uploads.parts(upload.id), named);
    checkSize(request, parts);
    const { bucket, key, etag } = await assemble(request, state, upload, parts);
    state.uploads.remove(upload);
    const result = { Bucket: bucket, Key: key, ETag: quoted(etag) };
    const body = xmlDocument('CompleteMultipartUploadResult', result);
    return { status: 200, headers: encryptionHeaders(upload.headers), body };
  },
};

export const abortMultipartUpload: S3Operation = {
  parameters: ['uploadId'],
  run: (request, state) => {
    state.uploads.remove(uploadOf(request, state));
    return { status: 204 };
  },
};
