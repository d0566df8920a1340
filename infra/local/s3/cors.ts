import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { Buckets } from './buckets.ts';
import { parseXml } from './xml.ts';

const Rule = z.strictObject({
  ID: z.string().optional(),
  AllowedOrigin: z.array(z.string()).min(1),
  AllowedMethod: z.array(z.enum(['GET', 'PUT', 'POST', 'DELETE', 'HEAD'])).min(1),
  AllowedHeader: z.array(z.string()).default([]),
  ExposeHeader: z.array(z.string()).default([]),
  MaxAgeSeconds: z.coerce.number().int().min(0).optional(),
});
type Rule = z.output<typeof Rule>;

export const CorsConfiguration = z.strictObject({ CORSRule: z.array(Rule).min(1).max(100) });

const escapePattern = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

/** In S3's AllowedOrigin and AllowedHeader one `*` matches any text. */
const matches = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.split('*').map(escapePattern).join('.*')}$`, 'i').test(text);

const headerNames = (list: string | undefined): string[] =>
  (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

const allows = (rule: Rule, origin: string, method: string, asked: readonly string[]): boolean =>
  rule.AllowedOrigin.some((pattern) => matches(pattern, origin)) &&
  rule.AllowedMethod.some((allowed) => allowed === method) &&
  asked.every((name) => rule.AllowedHeader.some((pattern) => matches(pattern, name)));

const responseHeaders = (rule: Rule, origin: string, asked: readonly string[]) => ({
  'access-control-allow-origin': rule.AllowedOrigin.includes('*') ? '*' : origin,
  'access-control-allow-methods': rule.AllowedMethod.join(', '),
  vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  ...(asked.length > 0 && { 'access-control-allow-headers': asked.join(', ') }),
  ...(rule.ExposeHeader.length > 0 && {
    'access-control-expose-headers': rule.ExposeHeader.join(', '),
  }),
  ...(rule.MaxAgeSeconds !== undefined && {
    'access-control-max-age': String(rule.MaxAgeSeconds),
  }),
});

/** CORS headers for a request to a bucket, or undefined if no rule allows its origin. */
export function corsHeaders(
  { headers, method = '' }: IncomingMessage,
  buckets: Buckets,
  bucket: string,
): Record<string, string> | undefined {
  const { origin } = headers;
  const text = buckets.configuration(bucket, 'cors');
  if (origin === undefined || text === undefined) return undefined;
  const preflight = method === 'OPTIONS';
  const used = preflight ? String(headers['access-control-request-method']) : method;
  const asked = headerNames(preflight ? headers['access-control-request-headers'] : undefined);
  const { CORSRule } = parseXml(text, 'CORSConfiguration', CorsConfiguration);
  const rule = CORSRule.find((candidate) => allows(candidate, origin, used, asked));
  return rule && responseHeaders(rule, origin, asked);
}
