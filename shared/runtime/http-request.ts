import type * as z from 'zod';
import { Malformed } from '../domain/errors.ts';
import type { Language } from '../domain/party.ts';
import type { HttpEvent } from './http-event.ts';
import { parsed } from './parsed.ts';
import { preferredLanguage } from './preferred-language.ts';
import { viewerAddress } from './viewer-address.ts';

/** A request once its body and query fit the route's contract. */
export interface HttpRequest<Body, Query> {
  readonly body: Body;
  readonly query: Query;
  readonly path: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  /** Of the verified token; empty on a route without one. */
  readonly claims: Readonly<Record<string, string>>;
  readonly address: string;
  readonly agent: string;
  readonly language: Language;
}

/** What a door knows of where it stands. */
export interface Door {
  /** What the distribution adds to prove itself; empty if there is none. */
  readonly originSecret: string;
  /** Those that the company offers, the default first. */
  readonly languages: readonly Language[];
}

export interface RequestContract<B extends z.ZodType, Q extends z.ZodType> {
  readonly body?: B;
  readonly query?: Q;
}

export function httpRequest<B extends z.ZodType, Q extends z.ZodType>(
  event: HttpEvent,
  contract: RequestContract<B, Q>,
  { originSecret, languages }: Door,
): HttpRequest<z.output<B>, z.output<Q>> {
  const { http, authorizer } = event.requestContext;
  return {
    body: contract.body && parsed(contract.body, jsonBody(event)),
    query: contract.query && parsed(contract.query, event.queryStringParameters ?? {}),
    path: pathParameters(event),
    cookies: cookiesOf(event),
    claims: authorizer?.jwt?.claims ?? {},
    address: viewerAddress(event, originSecret),
    agent: (http.userAgent ?? '').slice(0, 300),
    language: preferredLanguage(event.headers['accept-language'], languages),
  } as HttpRequest<z.output<B>, z.output<Q>>;
}

const pathParameters = (event: HttpEvent): Record<string, string> =>
  Object.fromEntries(
    Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? '']),
  );

/** Only JSON: a form of another site cannot send it without asking the browser first. */
function jsonBody(event: HttpEvent): unknown {
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
