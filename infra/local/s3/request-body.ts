import { AwsError, notImplemented } from '../aws/aws-error.ts';
import { decodeChunks } from './aws-chunked.ts';
import type { Blob, Blobs } from './blobs.ts';
import type { S3Request } from './s3-request.ts';

const badDigest = (what: string) =>
  new AwsError('BadDigest', `The ${what} you specified did not match the calculated checksum.`);

const toHex = (base64: string) => Buffer.from(base64, 'base64').toString('hex');

/** Compares the declared length and checksums with the received body. Throws BadDigest and similar errors. */
function checkDeclared(blob: Blob, headers: Readonly<Record<string, string>>): void {
  const payload = headers['x-amz-content-sha256'] ?? '';
  if (/^[0-9a-f]{64}$/.test(payload) && payload !== toHex(blob.sha256))
    throw new AwsError('XAmzContentSHA256Mismatch', 'The body does not match its SHA-256');
  const { 'content-md5': md5 } = headers;
  if (md5 !== undefined && toHex(md5) !== blob.md5) throw badDigest('Content-MD5');
  const { 'x-amz-checksum-crc32': crc32, 'x-amz-checksum-sha256': sha256 } = headers;
  if (crc32 !== undefined && crc32 !== blob.crc32) throw badDigest('CRC32');
  if (sha256 !== undefined && sha256 !== blob.sha256) throw badDigest('SHA256');
}

function declaredLength(headers: Readonly<Record<string, string>>): number {
  const length = Number(headers['x-amz-decoded-content-length'] ?? headers['content-length']);
  if (Number.isNaN(length))
    throw new AwsError('MissingContentLength', 'The Content-Length header is missing.', 411);
  return length;
}

/** The payload, decoded from aws-chunked framing if present; trailing headers go into `trailers`. */
function bodyOf({ headers, stream }: S3Request, trailers: Record<string, string>) {
  const payload = headers['x-amz-content-sha256'] ?? '';
  if (!payload.startsWith('STREAMING-')) return stream as AsyncIterable<Buffer>;
  if (payload !== 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') throw notImplemented(payload);
  return decodeChunks(stream, trailers);
}

function checkTrailers(trailers: Readonly<Record<string, string>>): void {
  const known = ['x-amz-checksum-crc32', 'x-amz-checksum-sha256'];
  const unknown = Object.keys(trailers).find((name) => !known.includes(name));
  if (unknown) throw notImplemented(`the trailer ${unknown}`);
}

/** Streams a request's body into a blob and verifies every length and checksum that it declares. */
export async function receiveBody(request: S3Request, blobs: Blobs): Promise<Blob> {
  const length = declaredLength(request.headers);
  const trailers: Record<string, string> = {};
  const blob = await blobs.write(bodyOf(request, trailers));
  try {
    checkTrailers(trailers);
    if (blob.size !== length)
      throw new AwsError('IncompleteBody', 'The body has not the length that its headers give');
    checkDeclared(blob, { ...request.headers, ...trailers });
    return blob;
  } catch (error) {
    blobs.remove(blob.id);
    throw error;
  }
}

const largestDocument = 2 ** 20;

/** Reads a small XML or JSON body into memory and verifies it the same way. */
export async function receiveText(request: S3Request, blobs: Blobs): Promise<string> {
  if (declaredLength(request.headers) > largestDocument)
    throw new AwsError('MaxMessageLengthExceeded', 'Your request was too big.');
  const blob = await receiveBody(request, blobs);
  try {
    const chunks: Buffer[] = [];
    const whole = { id: blob.id, start: 0, end: blob.size - 1 };
    for await (const chunk of blobs.read(whole)) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  } finally {
    blobs.remove(blob.id);
  }
}
