/** `rate`: tokens per second; `burst`: capacity. */
export type ThrottleLimits = { readonly rate: number; readonly burst: number };

/** API Gateway's throttle: each request takes one token. */
export class TokenBucket {
  readonly #limits: ThrottleLimits;
  #tokens: number;
  #at: number;

  /** @param now ms */
  constructor(limits: ThrottleLimits, now: number) {
    this.#limits = limits;
    this.#tokens = limits.burst;
    this.#at = now;
  }

  take(now: number): boolean {
    const gained = ((now - this.#at) / 1_000) * this.#limits.rate;
    this.#tokens = Math.min(this.#limits.burst, this.#tokens + gained);
    this.#at = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
