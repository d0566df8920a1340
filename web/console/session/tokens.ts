import { storage } from '../../ui/storage.ts';

/** What a sign-in gave; instants in ms since the epoch, by this browser's clock. */
export interface Tokens {
  readonly idToken: string;
  readonly refreshToken?: string;
  readonly expiresAt: number;
}

/** What must be remembered while the browser is at the issuer. */
export interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where in the console to go on. */
  readonly hash: string;
  /** Nobody has asked for it: if it does not come about, nothing is said. */
  readonly isSilent: boolean;
}

const TOKENS = 'sigillo.tokens';
const JOURNEY = 'sigillo.sign-in';

const ofThisTab = storage('sessionStorage');

/** Of this tab alone, gone with it; where the browser keeps nothing, gone with the page. */
const remembered = <T>(name: string) => ({
  read: (): T | undefined => parsed(ofThisTab.get(name)),
  write: (value: T) => ofThisTab.set(name, JSON.stringify(value)),
  forget: () => ofThisTab.remove(name),
});

const parsed = <T>(text: string | undefined): T | undefined =>
  text ? (JSON.parse(text) as T) : undefined;

export const tokens = remembered<Tokens>(TOKENS);

/** Longer than anybody takes to sign in. */
const JOURNEY_SECONDS = 900;

/** A cookie of the console's pages alone. */
const cookie = (name: string) => ({
  read: (): string | undefined => {
    const pair = document.cookie.split('; ').find((one) => one.startsWith(`${name}=`));
    return pair && decodeURIComponent(pair.slice(name.length + 1));
  },
  /** Without `seconds` for as long as the browser is open. */
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

/** The way to the issuer and back leaves the page: without storage a cookie of the console remembers it. */
const inCookie = {
  read: (): Journey | undefined => parsed(journeyCookie.read()),
  write: (value: Journey) => journeyCookie.write(JSON.stringify(value), JOURNEY_SECONDS),
  forget: journeyCookie.forget,
};

export const journey = ofThisTab.lasts ? remembered<Journey>(JOURNEY) : inCookie;

/** Whether somebody has signed in here since the browser was opened; neither who nor with what. */
export const signedInHere = cookie('sigillo.signed-in');
