export interface Clock {
  now(): Date;
}

/** Cryptographically strong random bytes. */
export type Random = (bytes: number) => Uint8Array;

/** Waits that many milliseconds. */
export type Pause = (ms: number) => Promise<void>;
