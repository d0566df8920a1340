import * as oauth from 'oauth4webapi';
import { REDIRECT_ADDRESS } from './redirect-address.ts';
import type { Session } from './session-file.ts';

type Tokens = Pick<Session, 'idToken' | 'refreshToken' | 'expiresAt'>;

/** Random for each sign-in. */
interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Plain HTTP is allowed only for loopback addresses (RFC 8252, 8.3). */
const transport = (issuer: URL) => ({
  [oauth.allowInsecureRequests]: LOOPBACK.includes(issuer.hostname),
});

/** The company's OpenID Connect issuer: authorization code with PKCE (RFC 7636), public client. */
export async function discoverIssuer(
  issuer: string,
  clientId: string,
): Promise<ReturnType<typeof issuerOf>> {
  const url = new URL(issuer);
  const response = await oauth.discoveryRequest(url, transport(url));
  const server = await oauth.processDiscoveryResponse(url, response);
  return issuerOf(server, { client_id: clientId }, transport(url));
}

const issuerOf = (
  server: oauth.AuthorizationServer,
  client: oauth.Client,
  options: ReturnType<typeof transport>,
) => ({
  authorizationUrl: async ({ state, nonce, verifier }: Secrets): Promise<string> => {
    const url = new URL(server.authorization_endpoint!);
    url.search = new URLSearchParams({
      client_id: client.client_id,
      redirect_uri: REDIRECT_ADDRESS,
      response_type: 'code',
      scope: 'openid email profile',
      ...{ state, nonce },
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).toString();
    return url.href;
  },
  exchange: async (callback: URL, { state, nonce, verifier }: Secrets): Promise<Tokens> => {
    const parameters = oauth.validateAuthResponse(server, client, callback, state);
    const response = await oauth.authorizationCodeGrantRequest(
      ...([server, client, oauth.None(), parameters] as const),
      ...([REDIRECT_ADDRESS, verifier, options] as const),
    );
    const expected = { expectedNonce: nonce, requireIdToken: true };
    return tokensFrom(
      await oauth.processAuthorizationCodeResponse(server, client, response, expected),
    );
  },
  /** If the issuer gives no new refresh token, the earlier one stays valid. */
  refresh: async (refreshToken: string): Promise<Tokens> => {
    const response = await oauth.refreshTokenGrantRequest(
      ...([server, client, oauth.None(), refreshToken, options] as const),
    );
    const result = await oauth.processRefreshTokenResponse(server, client, response);
    return { refreshToken, ...tokensFrom(result) };
  },
  /** Ends what the refresh token may do, where the issuer can (RFC 7009). */
  revoke: async (refreshToken: string): Promise<void> => {
    if (!server.revocation_endpoint) return;
    await oauth.revocationRequest(server, client, oauth.None(), refreshToken, options);
  },
});

/** Tokens are renewed a little before they expire, so that no request carries an expired one. */
const MARGIN_SECONDS = 60;

function tokensFrom({ id_token, refresh_token, expires_in }: oauth.TokenEndpointResponse): Tokens {
  if (!id_token) throw new Error('The issuer gave no ID token.');
  return {
    idToken: id_token,
    expiresAt: Date.now() + ((expires_in ?? 300) - MARGIN_SECONDS) * 1000,
    ...(refresh_token && { refreshToken: refresh_token }),
  };
}
