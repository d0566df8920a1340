import * as oauth from 'oauth4webapi';
import type { SignInAnswer } from '../../../shared/contract/sender.ts';
import { Issuer } from './issuer.ts';
import { journey, tokens } from './tokens.ts';

/** There is no valid sign-in: one must sign in again. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';
}

/**
 * A sign-in did not come about: it was cancelled at the issuer, the issuer said no, or it does not
 * answer.
 */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';
  readonly reason: 'cancelled' | 'refused' | 'unreachable';

  constructor(reason: SignInFailed['reason'], cause: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** Who is signed in, in this tab. */
export class Session {
  readonly facts: SignInAnswer;
  #issuer: Promise<Issuer> | undefined;
  #refreshing: Promise<string> | undefined;

  constructor(facts: SignInAnswer) {
    this.facts = facts;
  }

  get isSignedIn(): boolean {
    return tokens.read() !== undefined;
  }

  /** Leaves for the issuer's page; comes back to the same place of the console. */
  async signIn(): Promise<void> {
    const issuer = await this.#discovered().catch(failed);
    const state = oauth.generateRandomState();
    const nonce = oauth.generateRandomNonce();
    const verifier = oauth.generateRandomCodeVerifier();
    journey.write({ state, nonce, verifier, hash: location.hash });
    location.assign(await issuer.authorizationUrl(state, nonce, verifier));
  }

  /** If the issuer has just sent the browser back: takes the tokens, and cleans the address bar. */
  async complete(): Promise<void> {
    const callback = new URL(location.href);
    const begun = journey.read();
    if (!callback.searchParams.has('state')) return;
    journey.forget();
    history.replaceState(null, '', `${location.pathname}${begun?.hash ?? ''}`);
    if (!begun) return;
    callback.hash = '';
    const issuer = await this.#discovered().catch(failed);
    tokens.write(await issuer.exchange(callback, begun).catch(failed));
  }

  /** A bearer token that is good now. */
  async token(): Promise<string> {
    const held = tokens.read();
    if (!held) throw new SignedOut();
    if (held.expiresAt > Date.now()) return held.idToken;
    this.#refreshing ??= this.#refreshed(held.refreshToken).finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  /** Forgets the tokens here, and lets the issuer forget its session, if it answers. */
  async signOut(): Promise<void> {
    const held = tokens.read();
    tokens.forget();
    const issuer = await this.#discovered().catch(() => undefined);
    location.assign((held && issuer?.signOutUrl(held.idToken)) ?? '/console');
  }

  forget(): void {
    tokens.forget();
  }

  async #refreshed(refreshToken: string | undefined): Promise<string> {
    try {
      if (!refreshToken) throw new SignedOut();
      const fresh = await (await this.#discovered()).refresh(refreshToken);
      tokens.write(fresh);
      return fresh.idToken;
    } catch (error) {
      if (!(error instanceof oauth.ResponseBodyError || error instanceof SignedOut)) failed(error);
      tokens.forget();
      throw new SignedOut();
    }
  }

  #discovered(): Promise<Issuer> {
    this.#issuer ??= Issuer.discover(this.facts).catch((error) => {
      this.#issuer = undefined;
      throw error;
    });
    return this.#issuer;
  }
}

/** What an issuer's answers, or their absence, mean for whoever wants to sign in. */
function failed(error: unknown): never {
  if (error instanceof oauth.AuthorizationResponseError && error.error === 'access_denied')
    throw new SignInFailed('cancelled', error);
  throw new SignInFailed(error instanceof TypeError ? 'unreachable' : 'refused', error);
}
