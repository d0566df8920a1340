import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { accountId } from '../aws/account.ts';
import type { JsonObject } from '../json.ts';
import { asOverTls } from './plain-cookies.ts';

/** Request context that does not come from the request itself. `now`: ms of the local clock. */
export type RouteContext = {
  readonly routeKey: string;
  readonly pathParameters: Record<string, string>;
  readonly authorizer: JsonObject | undefined;
  readonly now: number;
};

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `12/Mar/2026:19:03:58 +0000`, the Common Log Format that API Gateway uses. */
function logTime(ms: number): string {
  const [date = '', time = ''] = new Date(ms).toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${day}/${months[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
}

function joined(pairs: Iterable<[string, string]>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of pairs)
    values[name] = name in values ? `${values[name]},${value}` : value;
  return values;
}

/** Content types whose body is passed as text; all others are base64-encoded. */
const isText = (contentType: string) =>
  /^(text\/.*|application\/(json|javascript|xml|[\w.-]+\+(json|xml)))(;|$)/i.test(contentType);

const sourceIpOf = (request: IncomingMessage) =>
  (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');

function headersOf(request: IncomingMessage): Record<string, string> {
  const { cookie: _, ...headers } = request.headers;
  const plain = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    [value ?? ''].flat().join(','),
  ]);
  return {
    ...Object.fromEntries(plain),
    'x-forwarded-for': sourceIpOf(request),
    'x-forwarded-port': String(request.socket.localPort ?? ''),
    'x-forwarded-proto': 'http',
  };
}

function decoded(path: string) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function bodyOf(request: IncomingMessage, body: Buffer): JsonObject {
  const isBase64Encoded = !isText(request.headers['content-type'] ?? 'text/plain');
  if (body.length === 0) return { isBase64Encoded: false };
  return { body: body.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded };
}

function requestContext(request: IncomingMessage, path: string, context: RouteContext): JsonObject {
  const host = request.headers.host ?? '';
  return {
    accountId,
    apiId: 'local',
    domainName: host,
    domainPrefix: host.split(/[.:]/)[0] ?? '',
    http: {
      method: request.method ?? 'GET',
      path,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: sourceIpOf(request),
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey: context.routeKey,
    stage: '$default',
    time: logTime(context.now),
    timeEpoch: context.now,
    ...(context.authorizer && { authorizer: context.authorizer }),
  };
}

/** The event of payload format 2.0, which HTTP APIs and function URLs share. */
export function toHttpEvent(
  request: IncomingMessage,
  body: Buffer,
  context: RouteContext,
): JsonObject {
  const [path = '/', rawQueryString = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const parameters = joined(new URLSearchParams(rawQueryString));
  const { cookie } = request.headers;
  return {
    version: '2.0',
    routeKey: context.routeKey,
    rawPath: decoded(path),
    rawQueryString,
    ...(cookie && { cookies: cookie.split(/; */).map(asOverTls) }),
    headers: headersOf(request),
    ...(rawQueryString && { queryStringParameters: parameters }),
    ...(Object.keys(context.pathParameters).length > 0 && {
      pathParameters: context.pathParameters,
    }),
    requestContext: requestContext(request, decoded(path), context),
    ...bodyOf(request, body),
  };
}
