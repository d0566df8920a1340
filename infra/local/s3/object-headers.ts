import { AwsError } from '../aws/aws-error.ts';
import type { Buckets } from './buckets.ts';

const served = [
  'content-type',
  'content-disposition',
  'content-language',
  'cache-control',
  'expires',
];

/** aws-chunked is a transfer framing and not stored as the object's Content-Encoding. */
function contentEncoding(value: string | undefined): Record<string, string> {
  const kept = (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'aws-chunked');
  return kept.length > 0 ? { 'content-encoding': kept.join(',') } : {};
}

function defaultEncryption(document: string | undefined): Record<string, string> {
  const [, algorithm = 'AES256'] = /<SSEAlgorithm>([^<]+)</.exec(document ?? '') ?? [];
  return { 'x-amz-server-side-encryption': algorithm };
}

function encryption(headers: Readonly<Record<string, string>>): Record<string, string> {
  const algorithm = headers['x-amz-server-side-encryption'];
  if (algorithm === undefined) return {};
  if (algorithm !== 'AES256' && algorithm !== 'aws:kms')
    throw new AwsError('InvalidArgument', 'The encryption method specified is not supported');
  const key = headers['x-amz-server-side-encryption-aws-kms-key-id'];
  return {
    'x-amz-server-side-encryption': algorithm,
    ...(key !== undefined && { 'x-amz-server-side-encryption-aws-kms-key-id': key }),
  };
}

/** Response headers of an object, from those of its upload and its bucket's encryption. */
export const objectHeaders = (
  headers: Readonly<Record<string, string>>,
  buckets: Buckets,
  bucket: string,
): Record<string, string> => ({
  'content-type': 'binary/octet-stream',
  ...Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => served.includes(name) || name.startsWith('x-amz-meta-'),
    ),
  ),
  ...contentEncoding(headers['content-encoding']),
  ...defaultEncryption(buckets.configuration(bucket, 'encryption')),
  ...encryption(headers),
});

/** The encryption headers, which responses to writes repeat. */
export const encryptionHeaders = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.startsWith('x-amz-server-side-encryption')),
  );
