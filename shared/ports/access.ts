import type { Purpose } from '../domain/secrets/code.ts';

export interface Link {
  readonly envelopeId: string;
  readonly party: string;
  readonly round: number;
}

export interface Session extends Link {
  readonly createdAt: string;
  /**
   * Set by a right code: until when the session may do what the code was for, and with which document.
   * ISO 8601. Without `purpose` it is `sign`.
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
 * A code on its way: `mac` binds it to party, session, document and purpose. Instants are ms since
 * 1970. Codes of the first releases have no purpose: they are for signing.
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
 * What links open, by the SHA-256 of their secret. `expiresAt`, here and below, in seconds since 1970:
 * from then on nothing is found, deleted or not.
 */
export interface Links {
  put(tokenSha256: string, link: Link, expiresAt: number): Promise<void>;
  find(tokenSha256: string): Promise<Link | undefined>;
}

/** Sessions of signers, by the SHA-256 of their cookie's secret. */
export interface Sessions {
  put(secretSha256: string, session: Session, expiresAt: number): Promise<void>;
  find(secretSha256: string): Promise<Session | undefined>;
}

export type Confirmation = NonNullable<Session['confirmed']>;

/** The one code of a party that counts, its tries, and how often codes were sent. */
export interface Codes {
  /** Instants at which codes were sent to a party in this round. */
  sendings(link: Link): Promise<readonly number[]>;
  /** Reserves one more sending; false if another one was faster. `before` is what was read. */
  reserveSending(link: Link, before: readonly number[], now: number): Promise<boolean>;
  /** Takes back the sending reserved at `instant`: nothing was sent. May be repeated. */
  releaseSending(link: Link, instant: number): Promise<void>;
  /** A repeated or late put neither revives a used code nor replaces a newer one. */
  put(link: Link, code: StoredCode): Promise<void>;
  /** The party's newest code, used or not, for as long as it is kept and a try is left. */
  find(link: Link): Promise<StoredCode | undefined>;
  /**
   * Takes one of the tries of a session's code before anything is compared, atomically. `confirmed` is
   * there if the code has been used: the session may not have heard. The state says why none could be
   * taken; `elsewhere`: the newest code is another session's, and loses no try.
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
   * Marks the code used and its session confirmed (`Sessions` then finds it so); false if the code was
   * used or replaced meanwhile. May be repeated with the same confirmation.
   */
  confirm(
    link: Link,
    code: StoredCode,
    session: { readonly secretSha256: string; readonly confirmed: Confirmation },
  ): Promise<boolean>;
}

/** What ends the wait of a party, one a party. */
export interface TaskTokens {
  /** False if the token of a later wait stands there: it stays. */
  put(envelopeId: string, party: string, token: TaskToken, expiresAt: number): Promise<boolean>;
  find(envelopeId: string, party: string): Promise<TaskToken | undefined>;
}

/** Counts that end with their hour or day; a counter's name says whose and which. */
export interface Counters {
  /** Counts `amount` more; false, and nothing is counted, if that were more than `most`. Atomic. */
  take(counter: string, amount: number, most: number, endsAt: Date): Promise<boolean>;
  /** Gives back what was taken for an act that failed. */
  giveBack(counter: string, amount: number): Promise<void>;
}

/** What ends a party's wait. `seq` is the ledger's when the party was last written to. */
export interface TaskToken {
  readonly token: string;
  readonly seq: number;
  /** Grows from each wait of the party to the next; 0 for workflows of the first release, which gave none. */
  readonly order: number;
}
