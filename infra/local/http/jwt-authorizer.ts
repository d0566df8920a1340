import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';
import type { Json, JsonObject } from '../json.ts';
import type { Clock } from '../time/clock.ts';

/** `audience`: accepted values of the token's `aud` or, if it has none, of its `client_id`. */
export type JwtAuthorizer = { readonly issuer: string; readonly audience: readonly string[] };

/** A rejected token: 401 if it is missing or invalid, 403 if it lacks the scope. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  readonly status: 401 | 403;
  /** The value of the `www-authenticate` header (RFC 6750). */
  readonly challenge: string;

  constructor(status: 401 | 403, challenge: string) {
    super(status === 401 ? 'Unauthorized' : 'Forbidden');
    this.status = status;
    this.challenge = challenge;
  }
}

type KeySet = ReturnType<typeof createRemoteJWKSet>;

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

const invalid = (reason: string) =>
  new TokenRefused(401, `Bearer error="invalid_token" error_description="${reason}"`);

function textOf(claim: unknown): string {
  if (Array.isArray(claim)) return `[${claim.map(textOf).join(' ')}]`;
  return typeof claim === 'object' ? JSON.stringify(claim) : String(claim);
}

function scopesOf({ scope, scp }: JWTPayload): string[] {
  const granted = scope ?? scp;
  if (Array.isArray(granted)) return granted.map(String);
  return typeof granted === 'string' ? granted.split(' ') : [];
}

function checkAudience(
  { aud, client_id: clientId }: JWTPayload,
  audience: readonly string[],
): void {
  const claimed = [aud ?? clientId ?? []].flat().map(String);
  if (!claimed.some((one) => audience.includes(one))) throw invalid('invalid audience');
}

/** One of the route's scopes is enough. */
function checkScopes(payload: JWTPayload, wanted: readonly string[]): void {
  const granted = scopesOf(payload);
  if (wanted.length === 0 || wanted.some((scope) => granted.includes(scope))) return;
  throw new TokenRefused(403, `Bearer scope="${wanted.join(' ')}" error="insufficient_scope"`);
}

/** JWT authorizers of an HTTP API: keys from the issuer's discovery document, RSA signatures only. */
export class JwtVerifier {
  readonly #clock: Clock;
  readonly #keys = new Map<string, KeySet>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Verifies signature, issuer, audience, validity and scopes; returns the event's
   * `requestContext.authorizer`, where each claim is a string and a list reads `[a b]`. Throws TokenRefused.
   */
  async authorize(
    { issuer, audience }: JwtAuthorizer,
    header: string | undefined,
    scopes: readonly string[],
  ): Promise<JsonObject> {
    const token = header?.replace(/^Bearer /i, '');
    if (!token) throw new TokenRefused(401, 'Bearer');
    const payload = await this.#verify(token, issuer);
    checkAudience(payload, audience);
    checkScopes(payload, scopes);
    const claims = Object.entries(payload).map(([name, claim]) => [name, textOf(claim)]);
    const granted: Json = scopes.length > 0 ? scopesOf(payload) : null;
    return { jwt: { claims: Object.fromEntries(claims) as JsonObject, scopes: granted } };
  }

  async #verify(token: string, issuer: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, await this.#keysOf(issuer), {
        issuer,
        algorithms: ['RS256', 'RS384', 'RS512'],
        requiredClaims: ['exp'],
        currentDate: new Date(this.#clock.now()),
      });
      return payload;
    } catch {
      throw invalid('the token is not valid');
    }
  }

  async #keysOf(issuer: string): Promise<KeySet> {
    const known = this.#keys.get(issuer);
    if (known) return known;
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const { jwks_uri: uri } = Discovery.parse(await (await fetch(url)).json());
    const keys = createRemoteJWKSet(new URL(uri));
    this.#keys.set(issuer, keys);
    return keys;
  }
}
