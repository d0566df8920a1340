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

function parsed<T>(text: string | undefined): T | undefined {
  return text ? (JSON.parse(text) as T) : undefined;
}

export const tokens = remembered<Tokens>(TOKENS);

/** Longer than anybody takes to sign in. */
const JOURNEY_SECONDS = 900;

/** The way to the issuer and back leaves the page: without storage a cookie of the console remembers it. */
const inCookie = {
  read: (): Journey | undefined => {
    const pair = document.cookie.split('; ').find((one) => one.startsWith(`${JOURNEY}=`));
    return parsed(pair && decodeURIComponent(pair.slice(JOURNEY.length + 1)));
  },
  write: (value: Journey) => put(encodeURIComponent(JSON.stringify(value)), JOURNEY_SECONDS),
  forget: () => put('', 0),
};

function put(value: string, seconds: number): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: no supported browser but Chrome had the Cookie Store by 2023
  document.cookie = `${JOURNEY}=${value}; Path=/console; Max-Age=${seconds}; SameSite=Lax${secure}`;
}

export const journey = ofThisTab.lasts ? remembered<Journey>(JOURNEY) : inCookie;
