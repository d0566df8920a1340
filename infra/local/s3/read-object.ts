import { AwsError } from '../aws/aws-error.ts';
import { checkRead, quoted } from './conditions.ts';
import type { StoredObject } from './objects.ts';
import type { S3Reply, S3Request } from './s3-request.ts';
import type { S3Operation } from './s3-state.ts';

const overrides = [
  'response-content-type',
  'response-content-disposition',
  'response-content-language',
  'response-content-encoding',
  'response-cache-control',
  'response-expires',
];

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A single byte range (RFC 9110 §14.1.2). Like S3, answers several ranges with the whole object. */
function parseRange(header: string | undefined, size: number): Range | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start >= size || start > end)
    throw new AwsError('InvalidRange', 'The requested range is not satisfiable', 416);
  return { start, end };
}

const baseHeaders = (object: StoredObject): Record<string, string> => ({
  ...object.headers,
  etag: quoted(object.etag),
  'last-modified': new Date(object.modified).toUTCString(),
  'accept-ranges': 'bytes',
});

const overridden = ({ query }: S3Request): Record<string, string> =>
  Object.fromEntries(
    overrides.flatMap((name) => {
      const value = query.get(name);
      return value === null ? [] : [[name.slice('response-'.length), value]];
    }),
  );

function checksum({ headers }: S3Request, { crc32 }: StoredObject): Record<string, string> {
  if (headers['x-amz-checksum-mode'] !== 'ENABLED' || crc32 === undefined) return {};
  return { 'x-amz-checksum-crc32': crc32, 'x-amz-checksum-type': 'FULL_OBJECT' };
}

function reply(request: S3Request, object: StoredObject): S3Reply {
  const headers = { ...baseHeaders(object), ...overridden(request) };
  const range = parseRange(request.headers.range, object.size);
  const { start, end } = range ?? { start: 0, end: object.size - 1 };
  const body = { id: object.blob, start, end };
  const length = { 'content-length': String(end - start + 1) };
  if (!range)
    return { status: 200, headers: { ...headers, ...checksum(request, object), ...length }, body };
  const contentRange = `bytes ${start}-${end}/${object.size}`;
  return { status: 206, headers: { ...headers, ...length, 'content-range': contentRange }, body };
}

/** GetObject and HeadObject: conditions, one range, response header overrides (presigned downloads). */
export const readObject: S3Operation = {
  parameters: overrides,
  run: (request, { objects }) => {
    const object = objects.find(request.bucket, request.key);
    if (checkRead(request, object)) return reply(request, object);
    return { status: 304, headers: { etag: quoted(object.etag) } };
  },
};
