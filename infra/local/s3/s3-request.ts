import type { IncomingMessage } from 'node:http';
import { AwsError, notImplemented } from '../aws/aws-error.ts';
import { toSignedRequest } from '../aws/serve-aws.ts';
import type { SignedRequest } from '../aws/sigv4.ts';
import type { BlobRange } from './blobs.ts';

/** An S3 request in path style. `headers` include those that a presigned URL carries in its query. */
export interface S3Request {
  readonly method: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly signed: SignedRequest;
  readonly stream: IncomingMessage;
  /** Access key of the signer; empty until the signature is verified. */
  readonly accessKeyId: string;
}

export interface S3Reply {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | BlobRange;
}

const authentication = new Set([
  'x-amz-algorithm',
  'x-amz-credential',
  'x-amz-date',
  'x-amz-expires',
  'x-amz-signedheaders',
  'x-amz-signature',
  'x-amz-security-token',
  'x-amz-content-sha256',
]);

/** Presigned URLs carry x-amz-* headers as query parameters; S3 treats them as headers. */
const hoistedHeaders = (query: URLSearchParams): [string, string][] =>
  [...query]
    .map(([name, value]): [string, string] => [name.toLowerCase(), value])
    .filter(([name]) => name.startsWith('x-amz-') && !authentication.has(name));

const knownHeaders = new Set([
  'x-amz-date',
  'x-amz-content-sha256',
  'x-amz-user-agent',
  'x-amz-security-token',
  'x-amz-expected-bucket-owner',
  'x-amz-sdk-checksum-algorithm',
  'x-amz-checksum-algorithm',
  'x-amz-checksum-type',
  'x-amz-checksum-mode',
  'x-amz-checksum-crc32',
  'x-amz-checksum-sha256',
  'x-amz-trailer',
  'x-amz-decoded-content-length',
  'x-amz-mp-object-size',
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-server-side-encryption-bucket-key-enabled',
  'x-amz-copy-source',
  'x-amz-copy-source-if-match',
  'x-amz-copy-source-range',
  'x-amz-metadata-directive',
]);

function checkHeaders(headers: Readonly<Record<string, string>>): void {
  const unknown = Object.keys(headers).find(
    (name) =>
      name.startsWith('x-amz-') && !name.startsWith('x-amz-meta-') && !knownHeaders.has(name),
  );
  if (unknown) throw notImplemented(`the S3 header ${unknown}`);
}

function decodePath(path: string): string[] {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    throw new AwsError('InvalidURI', "Couldn't parse the specified URI.");
  }
}

/** Parses an incoming request; throws AwsError for a header that is not supported. */
export function toS3Request(stream: IncomingMessage): S3Request {
  const signed = toSignedRequest(stream);
  const query = new URLSearchParams(signed.query);
  const headers = { ...signed.headers, ...Object.fromEntries(hoistedHeaders(query)) };
  checkHeaders(headers);
  const [, bucket = '', ...key] = decodePath(signed.path);
  return {
    method: signed.method,
    bucket,
    key: key.join('/'),
    query,
    headers,
    signed,
    stream,
    accessKeyId: '',
  };
}

/** Query parameters that select an operation or change its effect. */
export const parameterNames = ({ query }: S3Request): string[] =>
  [...query.keys()].filter((name) => name !== 'x-id' && !name.toLowerCase().startsWith('x-amz-'));
