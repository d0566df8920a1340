import type { Purpose } from '../domain/secrets/code.ts';

export interface Link {
  readonly envelopeId: string;
  readonly party: string;
  readonly round: number;
}

export interface Session extends Link {
  readonly createdAt: string;
  /**
   * Set by a right code: until when (ISO 8601), for which purpose and for which document the session may act.
   * An absent `purpose` means `sign`.
   */
  readonly confirmed?: {
    readonly purpose?: Purpose;
    readonly until: string;
    readonly at: string;
    readonly codeSentAt: string;
    readonly documentSha256: string;
  };
}

/**
 * A sent code. `mac` binds it to party, session, document and purpose; instants are epoch ms. In rows of the
 * first releases `purpose` is absent and means `sign`.
 */
export interface StoredCode {
  readonly mac: Uint8Array;
  readonly purpose?: Purpose;
  readonly session: string;
  readonly documentSha256: string;
  readonly sentAt: number;
  readonly expiresAt: number;
}

/**
 * Links by the SHA-256 of their secret. Here and below `expiresAt` is in epoch seconds; expired rows are not
 * returned even if DynamoDB has not deleted them yet.
 */
export interface Links {
  put(tokenSha256: string, link: Link, expiresAt: number): Promise<void>;
  find(tokenSha256: string): Promise<Link | undefined>;
}

/** Signers' sessions by the SHA-256 of their cookie's secret. */
export interface Sessions {
  put(secretSha256: string, session: Session, expiresAt: number): Promise<void>;
  find(secretSha256: string): Promise<Session | undefined>;
}

export type Confirmation = NonNullable<Session['confirmed']>;

/** A party's current code, its tries, and the sending history. */
export interface Codes {
  /** Instants (epoch ms) at which codes were sent in this round. */
  sendings(link: Link): Promise<readonly number[]>;
  /** Reserves another sending if the history is still `before`; false if a concurrent request changed it. */
  reserveSending(link: Link, before: readonly number[], now: number): Promise<boolean>;
  /** Releases the reservation made at `instant`, because nothing was sent. Idempotent. */
  releaseSending(link: Link, instant: number): Promise<void>;
  /** Never revives a used code or replaces a newer one, however late or often it is called. */
  put(link: Link, code: StoredCode): Promise<void>;
  /** The party's newest code, used or not, until it expires or its tries are exhausted. */
  find(link: Link): Promise<StoredCode | undefined>;
  /**
   * Atomically takes a try before any comparison. With `confirmed` if the code was used already (the session
   * may have missed the answer). Otherwise the state says why there is no try; `elsewhere`: the newest code
   * belongs to another session and loses no try.
   */
  reserveTry(
    link: Link,
    session: string,
    now: number,
  ): Promise<
    | {
        readonly state: 'reserved';
        readonly code: StoredCode;
        readonly triesLeft: number;
        readonly confirmed?: Confirmation;
      }
    | { readonly state: 'none' | 'used' | 'expired' | 'exhausted' | 'elsewhere' }
  >;
  /**
   * Marks the code used and the session confirmed, in one transaction; false if the code was used or replaced
   * concurrently. Idempotent for the same confirmation.
   */
  confirm(
    link: Link,
    code: StoredCode,
    session: { readonly secretSha256: string; readonly confirmed: Confirmation },
  ): Promise<boolean>;
}

/** The task token of a party's current wait in the workflow. */
export interface TaskTokens {
  /** False, and unchanged, if the stored token belongs to a later wait. */
  put(envelopeId: string, party: string, token: TaskToken, expiresAt: number): Promise<boolean>;
  find(envelopeId: string, party: string): Promise<TaskToken | undefined>;
}

/** Counters that expire with their hour or day. */
export interface Counters {
  /** Atomically adds `amount`; false, without counting, if that would exceed `most`. */
  take(counter: string, amount: number, most: number, endsAt: Date): Promise<boolean>;
  /** What is counted so far; so many more may be taken, unless others are first. */
  taken(counter: string, endsAt: Date): Promise<number>;
  /** Gives back what was counted for an act that failed. */
  giveBack(counter: string, amount: number): Promise<void>;
}

/** Ends a party's wait. `seq`: the ledger's when the party was last written to. */
export interface TaskToken {
  readonly token: string;
  readonly seq: number;
  /** Increases with each wait of the party; 0 if the execution is of the first release. */
  readonly order: number;
}

/** What a key of a caller stands for: the hash of what was asked and, once there is one, the answer as JSON. */
export interface StandingAnswer {
  readonly payload: string;
  readonly answer?: string;
}

interface KeyTimes {
  /** Epoch milliseconds: from then on another request may take a key without an answer. */
  readonly lockedUntil: number;
  /** Epoch seconds. */
  readonly expiresAt: number;
}

interface TakenKey {
  /** Of this request, by which it keeps its answer. */
  readonly attempt: string;
  readonly standing: StandingAnswer;
}

/** Answers to requests with an idempotency key. */
export interface Answers {
  /**
   * Takes the key for this request until its answer is kept, or it is released or `lockedUntil` has come; otherwise
   * tells what stands there.
   */
  begin(
    key: string,
    payload: string,
    until: KeyTimes,
  ): Promise<Pick<TakenKey, 'attempt'> | Pick<TakenKey, 'standing'>>;
  /** Neither changes a key that another request has taken meanwhile. */
  keep(key: string, attempt: string, answer: string): Promise<void>;
  release(key: string, attempt: string): Promise<void>;
}
