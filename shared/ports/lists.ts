import type { EnvelopeSummary } from '../contract/sender-answers.ts';
import type { PublicRecord } from '../contract/verifier.ts';
import type { Status } from '../domain/envelope/envelope.ts';
import type { ListGroup } from '../domain/envelope/list-group.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; absent on the last page. */
  readonly cursor?: string;
}

/** Rows that end with the evidence: from then on they are not found, deleted or not. */
export interface Expiring {
  /** Seconds since 1970. */
  readonly expiresAt?: number;
}

/** An envelope in the list, and when it must be looked at (ISO 8601) if nothing happens to it before. */
export type ListRow = EnvelopeSummary & {
  readonly owner: string;
  readonly seq: number;
  readonly dueAt?: string;
} & Expiring;

/** The console's list, rebuilt from the ledger at will. */
export interface Envelopes {
  /** Ignored when the list already holds a later `seq`. */
  put(row: ListRow): Promise<void>;
  /** One status, or one group of them, or all. */
  list(query: {
    readonly owner?: string;
    readonly status?: Status;
    readonly group?: ListGroup;
    readonly limit: number;
    readonly cursor?: string;
  }): Promise<Page<EnvelopeSummary>>;
}

/** Where one pass over the list stands; opaque, and kept from one run to the next. */
export interface PassState {
  /** ISO 8601. */
  readonly startedAt: string;
  /** After which row to go on; absent at the beginning. */
  readonly after?: string;
  readonly isOver?: boolean;
}

/** What the list says of an envelope that is not yet purged. */
export interface ListedState extends Pick<ListRow, 'id' | 'status' | 'seq' | 'createdAt'> {
  readonly dueAt?: string;
  readonly expiresAt?: number;
  /** False for a row of a release that knew neither groups nor when something is due. */
  readonly isCurrent: boolean;
  /** False for a row of a release that did not say in it who its owner is. */
  readonly isNamed: boolean;
  /** Where a pass goes on after this row. */
  readonly place: string;
}

/** The list as the sweep reads it. */
export interface Watch {
  /** Those due by `instant` (ISO 8601), longest due first. */
  overdue(instant: string): AsyncIterable<{ readonly id: string; readonly dueAt: string }>;
  /** Every envelope that is not yet purged, drafts included, after a place. */
  unfinished(after?: string): AsyncIterable<ListedState>;
  /** Has an envelope of the list looked at by `instant` at the latest. */
  makeDue(envelopeId: string, instant: string): Promise<void>;
  /** The pass of that name that was saved last. */
  pass(name: PassName): Promise<PassState | undefined>;
  savePass(name: PassName, state: PassState): Promise<void>;
  /** Gives its group to each row of earlier releases after a place; yields where it stands. */
  regroup(after?: string): AsyncIterable<string>;
}

/** `compare`: unfinished rows with their ledgers. `regroup`: rows of earlier releases. */
export type PassName = 'compare' | 'regroup';

/** All that the public verifier may know. */
export interface Records {
  put(record: PublicRecord & { readonly seq: number } & Expiring): Promise<void>;
  find(id: string): Promise<PublicRecord | undefined>;
  findBySha256(sha256: string): Promise<PublicRecord | undefined>;
}
