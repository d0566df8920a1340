import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

/** CorsConfiguration of an HTTP API, or Cors of a function URL. `maxAge` in seconds. */
export type CorsConfiguration = {
  readonly allowOrigins: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly allowCredentials: boolean;
  readonly maxAge: number | undefined;
};

/** CORS response headers; empty if the origin is not allowed. */
export function corsHeaders(
  cors: CorsConfiguration | undefined,
  { headers: { origin } }: IncomingMessage,
): OutgoingHttpHeaders {
  const any = cors?.allowOrigins.includes('*');
  if (!cors || !origin || !(any || cors.allowOrigins.includes(origin))) return {};
  return {
    'access-control-allow-origin': any ? '*' : origin,
    ...(!any && { vary: 'origin' }),
    ...(cors.allowCredentials && { 'access-control-allow-credentials': 'true' }),
    ...(cors.exposeHeaders.length > 0 && {
      'access-control-expose-headers': cors.exposeHeaders.join(','),
    }),
  };
}

/** The response to a preflight request, which is never passed to a function. */
export function preflightHeaders(
  cors: CorsConfiguration,
  request: IncomingMessage,
): OutgoingHttpHeaders {
  const allowed = corsHeaders(cors, request);
  if (!('access-control-allow-origin' in allowed)) return {};
  return {
    ...allowed,
    'access-control-allow-methods': cors.allowMethods.join(','),
    'access-control-allow-headers': cors.allowHeaders.join(','),
    ...(cors.maxAge !== undefined && { 'access-control-max-age': String(cors.maxAge) }),
  };
}

export const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === 'OPTIONS' && 'origin' in headers && 'access-control-request-method' in headers;
