import { AwsError } from '../aws/aws-error.ts';
import { quoted } from './conditions.ts';
import type { StoredObject } from './objects.ts';
import type { S3Request } from './s3-request.ts';
import type { S3Operation } from './s3-state.ts';
import { xmlDocument } from './xml.ts';

interface Page {
  readonly objects: StoredObject[];
  readonly prefixes: string[];
  /** Continuation: where the next page starts, if there is one. */
  readonly next: string | undefined;
}

const encodeToken = (key: string) => Buffer.from(key).toString('base64url');
const decodeToken = (token: string) => Buffer.from(token, 'base64url').toString();

/** Sorts after every key with the prefix. */
const pastPrefix = (prefix: string) => `${prefix}\u{10ffff}`;

function startOf({ query }: S3Request): string {
  const token = query.get('continuation-token');
  return token === null ? (query.get('start-after') ?? '') : decodeToken(token);
}

function pageSize({ query }: S3Request): number {
  const size = Number(query.get('max-keys') ?? 1000);
  if (Number.isInteger(size) && size >= 0) return Math.min(size, 1000);
  throw new AwsError('InvalidArgument', 'max-keys is not valid');
}

function commonPrefix(key: string, prefix: string, delimiter: string): string | undefined {
  const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : key.slice(0, at + delimiter.length);
}

function takePage(
  objects: Iterable<StoredObject>,
  prefix: string,
  delimiter: string,
  limit: number,
): Page {
  const page: Page = { objects: [], prefixes: [], next: undefined };
  let last = '';
  for (const object of objects) {
    const group = commonPrefix(object.key, prefix, delimiter);
    if (group !== undefined && group === page.prefixes.at(-1)) continue;
    if (page.objects.length + page.prefixes.length === limit) return { ...page, next: last };
    if (group === undefined) page.objects.push(object);
    else page.prefixes.push(group);
    last = group === undefined ? object.key : pastPrefix(group);
  }
  return page;
}

function encoder({ query }: S3Request) {
  if (query.get('encoding-type') !== 'url') return (text: string) => text;
  return (text: string) => encodeURIComponent(text).replaceAll('%2F', '/');
}

const toContents = (
  { key, modified, etag, size }: StoredObject,
  encode: (text: string) => string,
) => ({
  Key: encode(key),
  LastModified: new Date(modified).toISOString(),
  ETag: quoted(etag),
  Size: size,
  StorageClass: 'STANDARD',
});

function render(request: S3Request, limit: number, page: Page): string {
  const encode = encoder(request);
  const url = request.query.get('encoding-type') === 'url';
  return xmlDocument('ListBucketResult', {
    Name: request.bucket,
    Prefix: encode(request.query.get('prefix') ?? ''),
    Delimiter: request.query.get('delimiter') ?? undefined,
    EncodingType: url ? 'url' : undefined,
    KeyCount: page.objects.length + page.prefixes.length,
    MaxKeys: limit,
    IsTruncated: page.next !== undefined,
    NextContinuationToken: page.next === undefined ? undefined : encodeToken(page.next),
    Contents: page.objects.map((object) => toContents(object, encode)),
    CommonPrefixes: page.prefixes.map((prefix) => ({ Prefix: encode(prefix) })),
  });
}

/** ListObjectsV2, in UTF-8 order of the keys. */
export const listObjects: S3Operation = {
  parameters: [
    'list-type',
    'prefix',
    'delimiter',
    'max-keys',
    'continuation-token',
    'start-after',
    'encoding-type',
  ],
  run: (request, { objects }) => {
    const { query, bucket } = request;
    if (query.get('list-type') !== '2')
      throw new AwsError('InvalidArgument', 'list-type must be 2');
    const [prefix, delimiter] = [query.get('prefix') ?? '', query.get('delimiter') ?? ''];
    const limit = pageSize(request);
    const found = objects.list(bucket, prefix, startOf(request));
    const page =
      limit === 0
        ? { objects: [], prefixes: [], next: undefined }
        : takePage(found, prefix, delimiter, limit);
    return { status: 200, body: render(request, limit, page) };
  },
};
