export interface Clock {
  now(): Date;
}

/** Cryptographically strong random bytes. */
export type Random = (bytes: number) => Uint8Array;

/** Lets so many milliseconds pass. */
export type Pause = (ms: number) => Promise<void>;
