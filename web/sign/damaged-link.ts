/** The URL has no token, or only a part of one. */
export class DamagedLink extends Error {
  override readonly name = 'DamagedLink';
  readonly kind: 'lost' | 'cut';

  constructor(kind: 'lost' | 'cut') {
    super(`the link is ${kind}`);
    this.kind = kind;
  }
}

/** The browser did not store the session cookie for which the link was exchanged. */
export class CookiesBlocked extends Error {
  override readonly name = 'CookiesBlocked';
}
