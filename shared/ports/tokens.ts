import type { Token, Withdrawal } from '../domain/token/token.ts';

/** Machines' API tokens, by the SHA-256 of their secret. All reads are strongly consistent. */
export interface Tokens {
  find(id: string): Promise<Token | undefined>;
  /** Last made first; those that were withdrawn or have ended too. */
  list(): Promise<readonly Token[]>;
  /** Idempotent. */
  add(token: Token): Promise<void>;
  /** Undefined if there is none. The first withdrawal stays. */
  withdraw(id: string, withdrawal: Withdrawal): Promise<Token | undefined>;
  /** Writes the use unless one was written after `since` (ISO 8601). */
  noteUse(id: string, at: string, since: string): Promise<void>;
}
