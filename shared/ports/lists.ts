import type { EnvelopeSummary } from '../contract/sender/sender-answers.ts';
import type { PublicRecord } from '../contract/verifier.ts';
import type { Status } from '../domain/envelope/envelope.ts';
import type { ListGroup } from '../domain/envelope/list-group.ts';
import type { Reading } from '../domain/text/words.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; absent on the last page. */
  readonly cursor?: string;
}

/** Rows that expire with retention; expired rows are not returned even if not deleted yet. */
export interface Expiring {
  /** Epoch seconds. */
  readonly expiresAt?: number;
}

/** An envelope's row in the list; `dueAt` (ISO 8601): when the sweep must check it. */
export type ListedRow = EnvelopeSummary & {
  readonly owner: string;
  readonly seq: number;
  readonly dueAt?: string;
} & Expiring;

/** The same with the words by which a search finds it. */
export type ListRow = ListedRow & { readonly words: readonly string[] };

/** By owner and by status or group; without them, all. */
export interface EnvelopeSearch {
  /** An envelope is found if it matches any of them. */
  readonly readings: readonly Reading[];
  readonly owner?: string;
  readonly status?: Status;
  readonly group?: ListGroup;
}

/** The console's list; can be rebuilt from the ledger. */
export interface Envelopes {
  /** No effect if the stored row has a later `seq`. */
  put(row: ListRow): Promise<void>;
  /** By status or group; without either, all. */
  list(query: {
    readonly owner?: string;
    readonly status?: Status;
    readonly group?: ListGroup;
    /** Only those for whose owner's signature it is time. */
    readonly waitsForOwner?: true;
    readonly limit: number;
    readonly cursor?: string;
  }): Promise<Page<EnvelopeSummary>>;
  /** Begun last first. Without a cursor nothing else is found; a page with one may be empty. */
  search(
    query: EnvelopeSearch & { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<EnvelopeSummary>>;
}

/** Progress of a pass over the list, kept between runs; opaque. */
export interface PassState {
  /** ISO 8601. */
  readonly startedAt: string;
  /** Place of the last row processed; absent at the start. */
  readonly after?: string;
  readonly isOver?: boolean;
}

/** What the sweep reads of a row. */
export interface ListedState extends Pick<ListedRow, 'id' | 'status' | 'seq' | 'createdAt'> {
  readonly dueAt?: string;
  readonly expiresAt?: number;
  /** False for rows of releases before groups and `dueAt`. */
  readonly isCurrent: boolean;
  /** False for rows of releases that did not store the owner's name. */
  readonly isNamed: boolean;
  /** False for a row of a release that wrote no words. */
  readonly hasWords: boolean;
  /** Position in the pass, to resume after this row. */
  readonly place: string;
}

/** The list as the sweep uses it. */
export interface Watch {
  /** Due by `instant` (ISO 8601), longest overdue first. */
  overdue(instant: string): AsyncIterable<{ readonly id: string; readonly dueAt: string }>;
  /** Every envelope that is not yet purged, drafts included, from a place on. */
  unfinished(after?: string): AsyncIterable<ListedState>;
  /** Makes the envelope due at `instant` at the latest. */
  makeDue(envelopeId: string, instant: string): Promise<void>;
  /** Saved progress of that pass. */
  pass(name: PassName): Promise<PassState | undefined>;
  savePass(name: PassName, state: PassState): Promise<void>;
  /** Adds the group to rows of earlier releases, from a place on; yields its progress. */
  regroup(after?: string): AsyncIterable<string>;
  /** Every envelope after a place, longest untouched first, removed ones too. */
  all(after?: string): AsyncIterable<ListedState>;
}

/**
 * `compare`: compares unfinished rows with their ledgers. `regroup`: updates rows of earlier releases. `words`:
 * writes the words of rows that have none.
 */
export type PassName = 'compare' | 'regroup' | 'words';

/** The public records, all that the verifier can read. */
export interface Records {
  put(record: PublicRecord & { readonly seq: number } & Expiring): Promise<void>;
  find(id: string): Promise<PublicRecord | undefined>;
  findBySha256(sha256: string): Promise<PublicRecord | undefined>;
}
