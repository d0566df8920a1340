import { createHash, randomBytes } from 'node:crypto';
import { callJson, HttpProblem } from './http.ts';

export interface SignInPlace {
  readonly issuer: string;
  readonly clientId: string;
  /** Redirect URI of the sign-in; nothing need listen there. */
  readonly callbackUrl: string;
}

interface Discovery {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
}

const MAX_REDIRECTS = 10;

/**
 * Signs in on the local sign-in page as a browser would: authorization code with PKCE (RFC 7636). Returns the ID
 * token.
 */
export async function signIn(place: SignInPlace, user: string): Promise<string> {
  const { issuer, clientId, callbackUrl } = place;
  const discovery = await callJson<Discovery>('GET', `${issuer}/.well-known/openid-configuration`);
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(8).toString('hex');
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: callbackUrl,
    response_type: 'code',
    scope: 'openid email profile',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const browser = new Browser(callbackUrl);
  const page = await browser.visit(`${discovery.authorization_endpoint}?${query}`);
  const back = new URL(await browser.submit(page, { user }));
  if (back.searchParams.get('state') !== state) throw new Error('sign-in: another state came back');
  return exchange(discovery.token_endpoint, {
    grant_type: 'authorization_code',
    client_id: clientId,
    redirect_uri: callbackUrl,
    code: back.searchParams.get('code') ?? '',
    code_verifier: verifier,
  });
}

async function exchange(endpoint: string, form: Record<string, string>): Promise<string> {
  const response = await fetch(endpoint, { method: 'POST', body: new URLSearchParams(form) });
  const body = await response.text();
  if (!response.ok) throw new HttpProblem('POST', endpoint, response.status, body);
  return (JSON.parse(body) as { id_token: string }).id_token;
}

/** A minimal browser for the sign-in pages: cookies and redirects. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  readonly #end: string;

  constructor(end: string) {
    this.#end = end;
  }

  /** Follows redirects to the displayed page and returns its URL. */
  async visit(url: string): Promise<string> {
    return this.#follow(url, { method: 'GET' });
  }

  /** Posts a form to its own page; returns the final URL, which may be the callback. */
  async submit(url: string, form: Record<string, string>): Promise<string> {
    return this.#follow(url, { method: 'POST', body: new URLSearchParams(form) });
  }

  async #follow(start: string, first: RequestInit): Promise<string> {
    let [url, request] = [start, first];
    for (let count = 0; count < MAX_REDIRECTS; count++) {
      if (url.startsWith(this.#end)) return url;
      const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url, { ...request, redirect: 'manual', headers: { cookie } });
      this.#remember(response);
      const location = response.headers.get('location');
      if (!location) return this.#shown(url, response);
      [url, request] = [new URL(location, url).href, { method: 'GET' }];
    }
    throw new Error(`sign-in: more than ${MAX_REDIRECTS} redirects`);
  }

  async #shown(url: string, response: Response): Promise<string> {
    if (!response.ok) throw new HttpProblem('GET', url, response.status, await response.text());
    return url;
  }

  #remember(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      const pair = cookie.split(';')[0]!;
      const equals = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
    }
  }
}
