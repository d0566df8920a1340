import { createHash } from 'node:crypto';
import type { HttpEvent, HttpResult } from './http-event.ts';

/** Conditional GET: responds 304 if `If-None-Match` contains the response's ETag (RFC 9110 § 13.1.2). */
export function conditionalGet(
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

const MAX_TAGS = 500;

/** Weak comparison, since compressing proxies make the tag weak. */
const isKnown = (tags = '', etag: string): boolean =>
  tags
    .slice(0, MAX_TAGS)
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag);
