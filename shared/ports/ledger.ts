import type { Envelope } from '../domain/envelope/envelope.ts';
import type { By, Decision, Entry } from '../domain/ledger/ledger.ts';

/** Decides on the current state; undefined records nothing. */
export type Decide = (envelope: Envelope) => Decision | undefined;

export interface Ledger {
  /** Strongly consistent. Throws `envelope_unknown`. */
  load(envelopeId: string): Promise<Envelope>;
  /** The whole chain, in order. */
  entries(envelopeId: string): Promise<Entry[]>;
  begin(envelopeId: string, by: By, decision: Decision<'created'>): Promise<Envelope>;
  /**
   * Appends what `decide` returns for the current state, and returns the state after it. If a concurrent
   * writer appended first, reloads and decides again; throws `Conflict` after several attempts.
   */
  change(envelopeId: string, by: By, decide: Decide): Promise<Envelope>;
}

/** The newest `seq` of ledgers, without reading their entries. */
export interface LedgerHeads {
  /** Eventually consistent; undefined if there is no such ledger. */
  newestSeq(envelopeId: string): Promise<number | undefined>;
}

/** DynamoDB's limit of writes in one BatchWriteItem call. */
export const MAX_REMOVED = 25;

/** What is stored of envelopes past retention. */
export interface Evidence {
  /** Ids of drafts, deleted or never sent, that expired in the list by `instant`. */
  endedDrafts(instant: Date): AsyncIterable<string>;
  /** Ids of purged envelopes unchanged since `instant` (ISO 8601), oldest first. */
  untouchedSince(instant: string): AsyncIterable<string>;
  /** Deletes ledgers, newest entry first, then their list rows. Idempotent. At most `MAX_REMOVED` ids. */
  remove(envelopeIds: readonly string[]): Promise<void>;
}
