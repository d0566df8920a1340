import { createHash } from 'node:crypto';
import type { HttpEvent, HttpResult } from './http-event.ts';

/**
 * An answer that its reader has already is not sent again: who asks with the `ETag` of the last answer
 * (RFC 9110 §13.1.2) is told 304 as long as it is the same.
 */
export function unlessKnown(
  { headers, requestContext }: Pick<HttpEvent, 'headers' | 'requestContext'>,
  result: HttpResult,
): HttpResult {
  if (requestContext.http.method !== 'GET' || result.statusCode !== 200) return result;
  const tagged = { ...result, headers: { ...result.headers, etag: etagOf(result) } };
  if (!isKnown(headers['if-none-match'], tagged.headers.etag)) return tagged;
  const { body: _, ...known } = tagged;
  return { ...known, statusCode: 304 };
}

const etagOf = ({ body = '' }: HttpResult): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

const MOST_TAGS = 500;

/** A proxy that compresses makes the tag a weak one; the comparison is the weak one. */
const isKnown = (tags = '', etag: string): boolean =>
  tags
    .slice(0, MOST_TAGS)
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag);
