import { Refusal } from '../domain/errors.ts';
import type { HttpEvent } from './http-event.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** Compact serialization (RFC 7515 § 7.1) of one token, as API Gateway takes it, with or without `Bearer`. */
const TOKEN = /^(?:Bearer )?[\w-]+\.([\w-]+)\.[\w-]+$/i;

/**
 * The claims of the token that API Gateway's authorizer has verified, each as the token has it: what the
 * authorizer hands on is flattened, so that the groups `["x admin"]` and `["x", "admin"]` read alike.
 * None on a route without an authorizer, whatever its headers say.
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
