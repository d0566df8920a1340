import type { Envelope } from '../domain/envelope/envelope.ts';
import type { By, Decision, Entry } from '../domain/ledger/ledger.ts';

/** Decides on the newest state; undefined means that there is nothing to record. */
export type Decide = (envelope: Envelope) => Decision | undefined;

export interface Ledger {
  /** Refuses with `envelope_unknown`. Strongly consistent. */
  load(envelopeId: string): Promise<Envelope>;
  /** The whole chain, in order. */
  entries(envelopeId: string): Promise<Entry[]>;
  begin(envelopeId: string, by: By, decision: Decision<'created'>): Promise<Envelope>;
  /**
   * Appends what `decide` says of the newest state, stamped with who decided and when. When another
   * writer was first, loads and decides again. Answers the state after it. Throws `Conflict` after
   * several losses in a row.
   */
  change(envelopeId: string, by: By, decide: Decide): Promise<Envelope>;
}

/** Where ledgers stand, without reading them. */
export interface LedgerHeads {
  /** Of the newest entry, which may be a moment old; undefined if there is none. */
  newestSeq(envelopeId: string): Promise<number | undefined>;
}

/** DynamoDB's most writes in one call. */
export const MOST_REMOVED = 25;

/** What is kept of envelopes that are long over. */
export interface Evidence {
  /** Ids of drafts whose end in the list is no later: deleted by their sender, or never sent. */
  endedDrafts(instant: Date): AsyncIterable<string>;
  /** Ids of purged envelopes to which nothing has happened since `instant` (ISO 8601), oldest first. */
  untouchedSince(instant: string): AsyncIterable<string>;
  /**
   * Deletes ledgers, of each its newest entry first, and then their places in the list. May be repeated.
   * At most `MOST_REMOVED` at once.
   */
  remove(envelopeIds: readonly string[]): Promise<void>;
}
