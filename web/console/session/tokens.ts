import { storage } from '../../ui/storage.ts';

/** Tokens of a sign-in; instants in ms since the epoch, by this browser's clock. */
export interface Tokens {
  readonly idToken: string;
  readonly refreshToken?: string;
  readonly expiresAt: number;
}

/** State kept while the browser is at the issuer. */
export interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Location in the console to return to. */
  readonly hash: string;
  /** A silent attempt, whose failure is not shown. */
  readonly isSilent: boolean;
}

const TOKENS = 'sigillo.tokens';
const JOURNEY = 'sigillo.sign-in';

const ofThisTab = storage('sessionStorage');

/** sessionStorage, deleted with the tab; without storage, page memory. */
const remembered = <T>(name: string) => ({
  read: (): T | undefined => parsed(ofThisTab.get(name)),
  write: (value: T) => ofThisTab.set(name, JSON.stringify(value)),
  forget: () => ofThisTab.remove(name),
});

const parsed = <T>(text: string | undefined): T | undefined =>
  text ? (JSON.parse(text) as T) : undefined;

export const tokens = remembered<Tokens>(TOKENS);

/** Upper limit for the time of a sign-in. */
const JOURNEY_SECONDS = 900;

/** A cookie restricted to the console's path. */
const cookie = (name: string) => ({
  read: (): string | undefined => {
    const pair = document.cookie.split('; ').find((one) => one.startsWith(`${name}=`));
    return pair && decodeURIComponent(pair.slice(name.length + 1));
  },
  /** Without `seconds`: a session cookie. */
  write: (value: string, seconds?: number) => put(name, encodeURIComponent(value), seconds),
  forget: () => put(name, '', 0),
});

function put(name: string, value: string, seconds: number | undefined): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  const age = seconds === undefined ? '' : `; Max-Age=${seconds}`;
  // biome-ignore lint/suspicious/noDocumentCookie: no supported browser but Chrome had the Cookie Store by 2023
  document.cookie = `${name}=${value}; Path=/console${age}; SameSite=Lax${secure}`;
}

const journeyCookie = cookie(JOURNEY);

/** The redirect to the issuer discards page memory, so without storage the state goes into a cookie. */
const inCookie = {
  read: (): Journey | undefined => parsed(journeyCookie.read()),
  write: (value: Journey) => journeyCookie.write(JSON.stringify(value), JOURNEY_SECONDS),
  forget: journeyCookie.forget,
};

export const journey = ofThisTab.lasts ? remembered<Journey>(JOURNEY) : inCookie;

/** Whether anybody has signed in since the browser was opened; contains neither identity nor token. */
export const signedInHere = cookie('sigillo.signed-in');
