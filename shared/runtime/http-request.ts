import * as z from 'zod';
import { parsed } from '../contract/parsed.ts';
import type { Language } from '../domain/envelope/party.ts';
import { Malformed } from '../domain/errors.ts';
import type { HttpEvent } from './http-event.ts';
import { preferredLanguage } from './preferred-language.ts';
import { type Claims, tokenClaims } from './token-claims.ts';
import { viewerAddress } from './viewer-address.ts';

/** The request without its body. */
export interface RequestHead {
  readonly path: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  /** Claims of the verified token; empty on a route without authorizer. */
  readonly claims: Claims;
  readonly address: string;
  readonly agent: string;
  readonly language: Language;
}

/** A request with body and query validated. */
export interface HttpRequest<Body, Query> extends RequestHead {
  readonly body: Body;
  readonly query: Query;
}

/** Settings of the deployment. */
export interface Door {
  /** Secret header value added by CloudFront; empty without CloudFront. */
  readonly originSecret: string;
  /** Offered languages, default first. */
  readonly languages: readonly Language[];
}

export interface RequestContract<B extends z.ZodType, Q extends z.ZodType> {
  readonly body?: B;
  readonly query?: Q;
}

export function requestHead(event: HttpEvent, { originSecret, languages }: Door): RequestHead {
  const { http } = event.requestContext;
  return {
    path: pathParameters(event),
    cookies: cookiesOf(event),
    claims: tokenClaims(event),
    address: viewerAddress(event, originSecret),
    agent: (http.userAgent ?? '').slice(0, MAX_AGENT_LENGTH).toWellFormed(),
    language: preferredLanguage(event.headers['accept-language'], languages),
  };
}

/** Validates body and query; undeclared properties are refused, even if nothing is declared. */
export const requestInput = <B extends z.ZodType, Q extends z.ZodType>(
  event: HttpEvent,
  { body, query }: RequestContract<B, Q>,
): { body: z.output<B>; query: z.output<Q> } =>
  ({
    query: parsed(query ?? NOTHING, event.queryStringParameters ?? {}),
    body: body || hasBody(event) ? parsed(body ?? NOTHING, jsonBody(event)) : undefined,
  }) as { body: z.output<B>; query: z.output<Q> };

/** Characters of the user agent kept as evidence; the cut may split a surrogate pair. */
const MAX_AGENT_LENGTH = 300;

const NOTHING = z.strictObject({});

const hasBody = ({ body }: HttpEvent): boolean => body !== undefined && body !== '';

const pathParameters = (event: HttpEvent): Record<string, string> =>
  Object.fromEntries(
    Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? '']),
  );

/** JSON only, which cross-site forms cannot send without a CORS preflight. Undefined without a body. */
function jsonBody(event: HttpEvent): unknown {
  if (!event.body) return undefined;
  const type = event.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new Malformed([{ path: 'content-type', message: 'expected application/json' }]);
  }
  const encoding = event.isBase64Encoded ? 'base64' : 'utf8';
  const text = Buffer.from(event.body ?? '', encoding).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new Malformed([{ path: '', message: 'expected JSON' }]);
  }
}

function cookiesOf(event: HttpEvent): Record<string, string> {
  const pairs = (event.cookies ?? []).map((cookie): [string, string] => {
    const equals = cookie.indexOf('=');
    return [cookie.slice(0, equals).trim(), cookie.slice(equals + 1).trim()];
  });
  return Object.fromEntries(pairs);
}
