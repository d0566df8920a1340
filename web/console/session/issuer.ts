import * as oauth from 'oauth4webapi';
import type { SignInAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import type { Tokens } from './tokens.ts';

/** Must match the registered redirect URI exactly. */
export const redirectUri = () => `${location.origin}/console`;

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Plain HTTP is allowed only for loopback addresses (RFC 8252, 8.3). */
const transport = (issuer: URL) => ({
  [oauth.allowInsecureRequests]: LOOPBACK.includes(issuer.hostname),
});

/** Random per sign-in. */
interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The company's OpenID Connect issuer: authorization code with PKCE (RFC 7636), public client. */
export class Issuer {
  readonly #server: oauth.AuthorizationServer;
  readonly #client: oauth.Client;
  readonly #options: ReturnType<typeof transport>;

  private constructor(server: oauth.AuthorizationServer, client: oauth.Client) {
    this.#server = server;
    this.#client = client;
    this.#options = transport(new URL(server.issuer));
  }

  static async discover({ issuer, clientId }: SignInAnswer): Promise<Issuer> {
    const url = new URL(issuer);
    const response = await oauth.discoveryRequest(url, transport(url));
    const server = await oauth.processDiscoveryResponse(url, response);
    return new Issuer(server, { client_id: clientId });
  }

  async authorizationUrl({ state, nonce, verifier }: Secrets, isSilent: boolean): Promise<string> {
    const url = new URL(this.#server.authorization_endpoint!);
    url.search = new URLSearchParams({
      client_id: this.#client.client_id,
      redirect_uri: redirectUri(),
      response_type: 'code',
      scope: 'openid email profile',
      state,
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(isSilent && { prompt: 'none' }),
    }).toString();
    return url.href;
  }

  async exchange(callback: URL, { state, nonce, verifier }: Secrets): Promise<Tokens> {
    const parameters = oauth.validateAuthResponse(this.#server, this.#client, callback, state);
    const response = await oauth.authorizationCodeGrantRequest(
      this.#server,
      this.#client,
      oauth.None(),
      parameters,
      redirectUri(),
      verifier,
      this.#options,
    );
    const result = await oauth.processAuthorizationCodeResponse(
      this.#server,
      this.#client,
      response,
      { expectedNonce: nonce, requireIdToken: true },
    );
    return tokensFrom(result, undefined);
  }

  /** Refreshes the tokens. If the issuer returns no new refresh token, the previous one stays valid. */
  async refresh(refreshToken: string): Promise<Tokens> {
    const response = await oauth.refreshTokenGrantRequest(
      this.#server,
      this.#client,
      oauth.None(),
      refreshToken,
      this.#options,
    );
    const result = await oauth.processRefreshTokenResponse(this.#server, this.#client, response);
    return tokensFrom(result, refreshToken);
  }

  /** The issuer's end-session endpoint, if it has one. Cognito's has other parameter names. */
  signOutUrl(idToken: string): string | undefined {
    if (!this.#server.end_session_endpoint) return undefined;
    const url = new URL(this.#server.end_session_endpoint);
    url.search = new URLSearchParams({
      id_token_hint: idToken,
      post_logout_redirect_uri: redirectUri(),
      client_id: this.#client.client_id,
      logout_uri: redirectUri(),
    }).toString();
    return url.href;
  }
}

/** Tokens are renewed a little before they expire, so that no request carries an expired one. */
const MARGIN_SECONDS = 60;

function tokensFrom(result: oauth.TokenEndpointResponse, earlier: string | undefined): Tokens {
  const refreshToken = result.refresh_token ?? earlier;
  if (!result.id_token) throw new Error('the issuer gave no ID token');
  return {
    idToken: result.id_token,
    expiresAt: Date.now() + ((result.expires_in ?? 300) - MARGIN_SECONDS) * 1000,
    ...(refreshToken && { refreshToken }),
  };
}
