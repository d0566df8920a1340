/** The address came without a link's token, or with a part of one. */
export class DamagedLink extends Error {
  override readonly name = 'DamagedLink';
  readonly kind: 'lost' | 'cut';

  constructor(kind: 'lost' | 'cut') {
    super(`the link is ${kind}`);
    this.kind = kind;
  }
}

/** The browser did not keep the session that the link was exchanged for. */
export class CookiesBlocked extends Error {
  override readonly name = 'CookiesBlocked';
}
