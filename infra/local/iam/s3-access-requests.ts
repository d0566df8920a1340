import { notImplemented } from '../aws/aws-error.ts';
import { accessRequest } from './access-request.ts';
import type { AccessRequest } from './policy.ts';

export interface S3Call {
  /** S3 operation in the emulator's naming: `PUT object copy`. */
  readonly operation: string;
  readonly bucket: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

const READ = 's3:GetObject';
const WRITE = 's3:PutObject';
const LIST = 's3:ListBucket';
const ACTIONS: Readonly<Record<string, string>> = {
  'GET object': READ,
  'HEAD object': READ,
  'PUT object': WRITE,
  'POST form': WRITE,
  'PUT object copy': WRITE,
  'POST object uploads': WRITE,
  'PUT object uploadId': WRITE,
  'PUT object uploadId copy': WRITE,
  'POST object uploadId': WRITE,
  'DELETE object': 's3:DeleteObject',
  'DELETE object uploadId': 's3:AbortMultipartUpload',
  'GET bucket list-type': LIST,
  'HEAD bucket': LIST,
};

const bucketArn = (bucket: string) => `arn:aws:s3:::${bucket}`;

/** The check by which S3 decides between 404 and 403 for an absent object: ListBucket without a prefix. */
export const askToList = (bucket: string): AccessRequest => accessRequest(LIST, bucketArn(bucket));

export const askToDelete = (bucket: string, key: string): AccessRequest =>
  accessRequest('s3:DeleteObject', `${bucketArn(bucket)}/${key}`);

/** The permissions that an S3 request needs, all of them; a copy also reads its source. */
export function s3AccessRequests({
  operation,
  bucket,
  key,
  headers,
  query,
}: S3Call): AccessRequest[] {
  // DeleteObjects is authorised key by key, while it is executed.
  if (operation === 'POST bucket delete') return [];
  const action = ACTIONS[operation];
  if (!action) throw notImplemented(`IAM for the S3 operation ${operation}`);
  const resource = key === '' ? bucketArn(bucket) : `${bucketArn(bucket)}/${key}`;
  const context = action === LIST ? { 's3:prefix': [query.get('prefix') ?? ''] } : {};
  const asks = [accessRequest(action, resource, context)];
  const source = headers['x-amz-copy-source']?.replace(/^\//, '');
  if (source) asks.push(accessRequest(READ, bucketArn(decodeURIComponent(source))));
  // A write with If-Match reveals the object's ETag, so S3 requires read permission.
  if (operation === 'PUT object' && headers['if-match']) asks.push(accessRequest(READ, resource));
  return asks;
}
