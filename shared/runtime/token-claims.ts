import { Refusal } from '../domain/errors.ts';
import type { HttpEvent } from './http-event.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** Compact JWS (RFC 7515 § 7.1), with or without `Bearer`, as API Gateway accepts it. */
const TOKEN = /^(?:Bearer )?[\w-]+\.([\w-]+)\.[\w-]+$/i;

/**
 * Claims of the token that API Gateway has verified, decoded again from the header: API Gateway flattens
 * them, so that `["x admin"]` and `["x", "admin"]` become equal. Empty on a route without authorizer,
 * whatever its headers.
 */
export function tokenClaims({ headers, requestContext }: HttpEvent): Claims {
  const verified = requestContext.authorizer?.jwt?.claims;
  if (!verified) return {};
  const claims = payloadOf(headers.authorization ?? '');
  for (const name of ['iss', 'sub'])
    if (claims[name] !== verified[name]) throw new Refusal('forbidden');
  return claims;
}

function payloadOf(header: string): Claims {
  const [, payload] = TOKEN.exec(header) ?? [];
  if (payload === undefined) throw new Refusal('forbidden');
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}
