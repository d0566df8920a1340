import * as oauth from 'oauth4webapi';
import type { SignInAnswer } from '../../../shared/contract/sender-answers.ts';
import { Issuer } from './issuer.ts';
import { isSamePerson, OtherTabs } from './other-tabs.ts';
import { journey, signedInHere, type Tokens, tokens } from './tokens.ts';

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
  readonly #others: OtherTabs;
  #issuer: Promise<Issuer> | undefined;
  #refreshing: Promise<string> | undefined;

  readonly #onElsewhere: () => void;

  /** `onElsewhere`: another tab has signed in, or out; this session is over then. */
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
   * Leaves for the issuer's page; comes back to the same place of the console. `isSilent`: without a page,
   * if the issuer still knows who this is (OpenID Connect Core, 3.1.2.1).
   */
  async signIn(isSilent = false): Promise<void> {
    const issuer = await this.#discovered().catch(failed);
    const state = oauth.generateRandomState();
    const nonce = oauth.generateRandomNonce();
    const verifier = oauth.generateRandomCodeVerifier();
    journey.write({ state, nonce, verifier, hash: location.hash, isSilent });
    location.assign(await issuer.authorizationUrl({ state, nonce, verifier }, isSilent));
  }

  /** If the issuer has just sent the browser back: takes the tokens, and cleans the address bar. */
  async complete(): Promise<void> {
    const callback = new URL(location.href);
    const begun = journey.read();
    const hasAnswer = callback.searchParams.has('state');
    if (hasAnswer || begun?.isSilent) journey.forget();
    // Else a silent try that has failed, or was left by going back, would be made again and again.
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
   * Goes on with a sign-in of this browser: that of another tab, else what the issuer still knows, for which
   * the page leaves. Answers whether it is leaving.
   */
  async goOn(): Promise<boolean> {
    const others = await this.#others.ask();
    if (others) tokens.write(others);
    if (others || !signedInHere.read()) return false;
    return this.signIn(true).then(
      () => true,
      () => false,
    );
  }

  /** A bearer token that is good now. */
  async token(): Promise<string> {
    const held = tokens.read();
    if (!held) throw new SignedOut();
    if (held.expiresAt > Date.now()) return held.idToken;
    this.#refreshing ??= alone(() => this.#renewed(held)).finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  /** Forgets the tokens, in every tab, and lets the issuer forget its session, if it answers. */
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

  /** Another takes its place. */
  close(): void {
    this.#others.close();
  }

  /** What another tab has just got: in place of the same person's own, or where nobody is signed in. */
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

  /** By another tab meanwhile, else here: an issuer may take a refresh token only once. */
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

/** One tab of the browser at a time. */
const alone = <T>(act: () => Promise<T>): Promise<T> =>
  navigator.locks ? navigator.locks.request('sigillo.session', act) : act();

/** What an issuer's answers, or their absence, mean for whoever wants to sign in. */
function failed(error: unknown): never {
  if (error instanceof oauth.AuthorizationResponseError && error.error === 'access_denied')
    throw new SignInFailed('cancelled', error);
  throw new SignInFailed(error instanceof TypeError ? 'unreachable' : 'refused', error);
}
