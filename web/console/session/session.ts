import * as oauth from 'oauth4webapi';
import type { SignInAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import { Issuer } from './issuer.ts';
import { isSamePerson, OtherTabs } from './other-tabs.ts';
import { journey, signedInHere, type Tokens, tokens } from './tokens.ts';

/** No valid sign-in: the user must sign in again. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';
}

/** A sign-in failed: cancelled or refused at the issuer, or the issuer is unreachable. */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';
  readonly reason: 'cancelled' | 'refused' | 'unreachable';

  constructor(reason: SignInFailed['reason'], cause: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** The sign-in of this tab. */
export class Session {
  readonly facts: SignInAnswer;
  readonly #others: OtherTabs;
  #issuer: Promise<Issuer> | undefined;
  #refreshing: Promise<string> | undefined;

  readonly #onElsewhere: () => void;

  /** `onElsewhere`: called when another tab signs in or out, which ends this session. */
  constructor(facts: SignInAnswer, onElsewhere: () => void) {
    this.facts = facts;
    this.#onElsewhere = () => {
      this.close();
      onElsewhere();
    };
    this.#others = new OtherTabs({
      held: goodNow,
      onTokens: (fresh) => this.#hear(fresh),
      onSignedOut: () => {
        tokens.forget();
        this.#onElsewhere();
      },
    });
  }

  get isSignedIn(): boolean {
    return tokens.read() !== undefined;
  }

  /**
   * Redirects to the issuer, which returns to the same location of the console. `isSilent`: without user
   * interaction, if the issuer has a session (`prompt=none`, OpenID Connect Core 3.1.2.1).
   */
  async signIn(isSilent = false): Promise<void> {
    const issuer = await this.#discovered().catch(failed);
    const state = oauth.generateRandomState();
    const nonce = oauth.generateRandomNonce();
    const verifier = oauth.generateRandomCodeVerifier();
    journey.write({ state, nonce, verifier, hash: location.hash, isSilent });
    location.assign(await issuer.authorizationUrl({ state, nonce, verifier }, isSilent));
  }

  /** If the issuer has just redirected back: exchanges the code for tokens, and cleans the address bar. */
  async complete(): Promise<void> {
    const callback = new URL(location.href);
    const begun = journey.read();
    const hasAnswer = callback.searchParams.has('state');
    if (hasAnswer || begun?.isSilent) journey.forget();
    // Otherwise a silent attempt that failed, or was left by going back, would be repeated endlessly.
    if (begun?.isSilent) signedInHere.forget();
    if (!hasAnswer) return;
    history.replaceState(null, '', `${location.pathname}${begun?.hash ?? ''}`);
    if (!begun) return;
    callback.hash = '';
    const issuer = await this.#discovered().catch(failed);
    try {
      this.#take(await issuer.exchange(callback, begun));
    } catch (error) {
      if (!(begun.isSilent && error instanceof oauth.AuthorizationResponseError)) failed(error);
    }
  }

  /**
   * Resumes a sign-in: from another tab, else silently at the issuer, for which the page is left. Resolves to
   * true if it is leaving.
   */
  async resume(): Promise<boolean> {
    const others = await this.#others.ask();
    if (others) tokens.write(others);
    if (others || !signedInHere.read()) return false;
    return this.signIn(true).then(
      () => true,
      () => false,
    );
  }

  /** A valid bearer token, refreshed if necessary. */
  async token(): Promise<string> {
    const held = tokens.read();
    if (!held) throw new SignedOut();
    if (held.expiresAt > Date.now()) return held.idToken;
    this.#refreshing ??= alone(() => this.#renewed(held)).finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  /** Discards the tokens in every tab, and ends the issuer's session if the issuer can be reached. */
  async signOut(): Promise<void> {
    const held = tokens.read();
    tokens.forget();
    signedInHere.forget();
    this.#others.tellSignedOut();
    const issuer = await this.#discovered().catch(() => undefined);
    location.assign((held && issuer?.signOutUrl(held.idToken)) ?? '/console');
  }

  forget(): void {
    tokens.forget();
  }

  /** Call when another Session replaces this one. */
  close(): void {
    this.#others.close();
  }

  /** Adopts tokens from another tab if they are the same user's, or nobody is signed in here. */
  #hear(fresh: Tokens): void {
    const held = tokens.read();
    if (held && (!isSamePerson(held, fresh) || held.expiresAt > fresh.expiresAt)) return;
    tokens.write(fresh);
    if (!held) this.#onElsewhere();
  }

  #take(fresh: Tokens): void {
    tokens.write(fresh);
    signedInHere.write('yes');
    this.#others.tell(fresh);
  }

  /** Adopts a refresh by another tab, else refreshes here: refresh tokens may be valid only once. */
  async #renewed(held: Tokens): Promise<string> {
    const others = goodNow() ?? (await this.#others.ask(held));
    if (!others) return this.#refreshed(held.refreshToken);
    tokens.write(others);
    return others.idToken;
  }

  async #refreshed(refreshToken: string | undefined): Promise<string> {
    try {
      if (!refreshToken) throw new SignedOut();
      const fresh = await (await this.#discovered()).refresh(refreshToken);
      this.#take(fresh);
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

function goodNow(): Tokens | undefined {
  const held = tokens.read();
  return held && held.expiresAt > Date.now() ? held : undefined;
}

/** Runs in one tab of the browser at a time. */
const alone = <T>(act: () => Promise<T>): Promise<T> =>
  navigator.locks ? navigator.locks.request('sigillo.session', act) : act();

/** Maps an issuer's error, or no response, to an error for the user. */
function failed(error: unknown): never {
  if (error instanceof oauth.AuthorizationResponseError && error.error === 'access_denied')
    throw new SignInFailed('cancelled', error);
  throw new SignInFailed(error instanceof TypeError ? 'unreachable' : 'refused', error);
}
