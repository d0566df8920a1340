import { AwsError, notImplemented } from '../aws/aws-error.ts';
import type { S3Request } from './s3-request.ts';

/** Conditions on the existing object of a write or delete. */
export interface WriteConditions {
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

type Present = { readonly etag: string; readonly modified: number } | undefined;

export const quoted = (etag: string): string => `"${etag}"`;
const sameEtag = (condition: string, etag: string) => condition.replaceAll('"', '') === etag;

const preconditionFailed = (): AwsError =>
  new AwsError(
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
    412,
  );

export const noSuchKey = (): AwsError =>
  new AwsError('NoSuchKey', 'The specified key does not exist.', 404);

export function writeConditions({ headers }: S3Request): WriteConditions {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = headers;
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*')
    throw notImplemented('If-None-Match with an entity tag on a write');
  return { ifMatch, ifNoneMatch };
}

/** Conditional writes. Throws PreconditionFailed, or NoSuchKey for If-Match on an absent object. */
export function checkWrite({ ifMatch, ifNoneMatch }: WriteConditions, present: Present): void {
  if (ifNoneMatch === '*' && present) throw preconditionFailed();
  if (ifMatch === undefined) return;
  if (!present) throw noSuchKey();
  if (!sameEtag(ifMatch, present.etag)) throw preconditionFailed();
}

const wholeSecond = (ms: number) => Math.floor(ms / 1000) * 1000;

/** Conditional reads: throws PreconditionFailed, or returns false for 304. */
export function checkRead(
  { headers }: S3Request,
  { etag, modified }: NonNullable<Present>,
): boolean {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = headers;
  if (ifMatch !== undefined && !sameEtag(ifMatch, etag)) throw preconditionFailed();
  if (ifNoneMatch !== undefined) return ifNoneMatch !== '*' && !sameEtag(ifNoneMatch, etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Number.isNaN(since) || wholeSecond(modified) > since;
}

/** x-amz-copy-source-if-match; throws PreconditionFailed. */
export function checkCopySource({ headers }: S3Request, etag: string): void {
  const ifMatch = headers['x-amz-copy-source-if-match'];
  if (ifMatch !== undefined && !sameEtag(ifMatch, etag)) throw preconditionFailed();
}
