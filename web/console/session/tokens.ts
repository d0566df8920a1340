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

/** Of this tab alone, gone with it. */
const remembered = <T>(name: string) => ({
  read: (): T | undefined => {
    const text = sessionStorage.getItem(name);
    return text ? (JSON.parse(text) as T) : undefined;
  },
  write: (value: T) => sessionStorage.setItem(name, JSON.stringify(value)),
  forget: () => sessionStorage.removeItem(name),
});

export const tokens = remembered<Tokens>(TOKENS);
export const journey = remembered<Journey>(JOURNEY);
