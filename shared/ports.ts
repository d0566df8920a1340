import type { SigilloEvent } from './contract/events.ts';
import type { EnvelopeSummary } from './contract/sender.ts';
import type { PublicRecord } from './contract/verifier.ts';
import type { Envelope, Status } from './domain/envelope/envelope.ts';
import type { ListGroup } from './domain/envelope/list-group.ts';
import type { Notice } from './domain/ledger/entries.ts';
import type { By, Decision, Entry } from './domain/ledger/ledger.ts';
import type { Purpose } from './domain/secrets/code.ts';

export interface Clock {
  now(): Date;
}

/** Cryptographically strong random bytes. */
export type Random = (bytes: number) => Uint8Array;

/** A P-256 key that is nowhere but in memory. */
export type NewKey = () => SigningKey;

/** Lets so many milliseconds pass. */
export type Pause = (ms: number) => Promise<void>;

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
  sendings(link: Link): Promise<number[]>;
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
    | { state: 'reserved'; code: StoredCode; triesLeft: number; confirmed?: Confirmation }
    | { state: 'none' | 'used' | 'expired' | 'exhausted' | 'elsewhere' }
  >;
  /**
   * Marks the code used and its session confirmed (`Sessions` then finds it so); false if the code was
   * used or replaced meanwhile. May be repeated with the same confirmation.
   */
  confirm(
    link: Link,
    code: StoredCode,
    session: { secretSha256: string; confirmed: Confirmation },
  ): Promise<boolean>;
}

/** What ends the wait of a party, one a party. */
export interface TaskTokens {
  /** False if the token of a later wait stands there: it stays. */
  put(envelopeId: string, party: string, token: TaskToken, expiresAt: number): Promise<boolean>;
  find(envelopeId: string, party: string): Promise<TaskToken | undefined>;
}

/** Who sends a message, mail or text, so that two tasks at once send it once. */
export interface Claims {
  /** Undefined if nobody has ever begun to send it. Strongly consistent. */
  find(message: MessageId): Promise<ClaimState | undefined>;
  /**
   * Takes the sending of a message, so that nobody else sends it; says how it stands if that is not to
   * be had. A claim holds for `CLAIM_SECONDS`: whoever made it and died is succeeded then.
   */
  take(message: MessageId, claim: Claim, expiresAt: number): Promise<ClaimAnswer>;
  /** What became of a message that was claimed; `free` lets the next one claim it at once. */
  settle(
    message: MessageId,
    claim: Claim,
    state: 'sent' | 'undeliverable' | 'free',
    expiresAt: number,
  ): Promise<void>;
}

/** Text messages that went, by the id that their carrier gave. */
export interface SentTexts {
  put(messageId: string, text: SentText, expiresAt: number): Promise<void>;
  find(messageId: string): Promise<SentText | undefined>;
}

/** One message to one recipient. `occasion` tells it from all others that this recipient gets. */
export interface MessageId {
  readonly envelopeId: string;
  readonly to: string;
  readonly occasion: string;
}

/** `by` is random, so that a claim whose answer was lost is known again. `at`: ms since 1970. */
export interface Claim {
  readonly by: string;
  readonly at: number;
}

/**
 * `claimed`: is being sent, or whoever sent it died. `free`: the last try failed; where only its answer
 * was lost, the message may have arrived. `at`: ms since 1970.
 */
export interface ClaimState {
  readonly state: 'claimed' | 'sent' | 'undeliverable' | 'free';
  readonly at: number;
}

/** `reclaimed`: claimed, as somebody did before whose message may have gone. */
export type ClaimAnswer = 'claimed' | 'reclaimed' | 'taken' | 'sent' | 'undeliverable';

/**
 * Far longer than a message takes to send, so that nobody who still sends is succeeded; no longer, since
 * one whose sender died waits for it.
 */
export const CLAIM_SECONDS = 20;

/** Counts that end with their hour or day; a counter's name says whose and which. */
export interface Counters {
  /** Counts `amount` more; false, and nothing is counted, if that were more than `most`. Atomic. */
  take(counter: string, amount: number, most: number, endsAt: Date): Promise<boolean>;
  /** Gives back what was taken for an act that failed. */
  giveBack(counter: string, amount: number): Promise<void>;
}

/** What a text message was about, for when its carrier says that it did not arrive. */
export interface SentText {
  readonly envelopeId: string;
  readonly party: string;
  readonly notice: Notice;
  /** Not in rows of former versions, nor is the following. */
  readonly round?: number;
  readonly message?: string;
}

/** What ends a party's wait. `seq` is the ledger's when the party was last written to. */
export interface TaskToken {
  readonly token: string;
  readonly seq: number;
  /** Grows from each wait of the party to the next; 0 for workflows of the first release, which gave none. */
  readonly order: number;
}

export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly contentType?: string;
}

export interface PutOptions {
  readonly contentType: string;
  readonly ifAbsent?: boolean;
  /** An ETag. */
  readonly ifMatch?: string;
}

export interface PresignedPost {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The bucket. Keys say what an object is and how long it lives: `uploads/`, `open/`, `closed/`, `exports/`, `pki/`. */
export interface Documents {
  /** Undefined if there is none. `ifMatch` is an ETag; another one is a Conflict. */
  get(key: string, options?: { ifMatch?: string }): Promise<StoredObject | undefined>;
  size(key: string): Promise<number | undefined>;
  /** Answers the ETag. Conflict with `ifAbsent` if the key is taken, with `ifMatch` if its ETag is not that. */
  put(key: string, bytes: Uint8Array, options: PutOptions): Promise<string>;
  /**
   * Writes `source` + `bytes` as a new object without reading it when it is large: copied inside S3
   * in parts of at least 5 MiB. Conflict if the source's ETag differs or the target exists.
   */
  append(
    source: { key: string; etag: string; length: number },
    bytes: Uint8Array,
    target: string,
    contentType: string,
  ): Promise<string>;
  copy(source: string, target: string): Promise<void>;
  /** Every object below the prefix. */
  removeAll(prefix: string): Promise<number>;
}

/** Addresses of objects in the bucket, good for whoever holds one, for `PRESIGNED_SECONDS`. */
export interface PresignedAddresses {
  get(key: string, options: { fileName: string; inline: boolean }): Promise<string>;
  post(
    key: string,
    limits: { maxBytes: number; contentTypes: readonly string[] },
  ): Promise<PresignedPost>;
}

/** Finished files and their ledgers in a second bucket, where nothing is changed or deleted for years. */
export interface Archive {
  /** Copies the file at `key`, and its ledger; what lies there already stays. */
  keep(
    envelopeId: string,
    file: { readonly key: string; readonly ledger: Uint8Array },
  ): Promise<void>;
  has(envelopeId: string): Promise<boolean>;
}

/** An asymmetric KMS key. */
export interface SigningKey {
  /** SubjectPublicKeyInfo, DER. */
  publicKey(): Promise<Uint8Array>;
  /** Over SHA-256 of the bytes: DER Ecdsa-Sig-Value, or PKCS#1 v1.5 for RSA. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** An HMAC KMS key. */
export interface MacKey {
  generate(message: Uint8Array): Promise<Uint8Array>;
  verify(message: Uint8Array, mac: Uint8Array): Promise<boolean>;
}

export interface Attachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  /** Shown before the company's own address, which every mail comes from. */
  readonly fromName: string;
  /** Who gets the answers; the company's own address if absent. */
  readonly replyTo?: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments?: readonly Attachment[];
  /** Come back with a bounce. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Rejects with `Undeliverable` if the address will never work; other errors may pass. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

export interface TextMessages {
  /** Answers the message's id, by which a failure is told later. */
  send(number: string, text: string): Promise<string>;
}

export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

/** What it was for is over: nothing was sent, and nothing will be. */
export class NoLongerDue extends Undeliverable {}

export interface Workflow {
  /** Starts the envelope's execution of that number (1 is the first); a second start changes nothing. */
  start(envelopeId: string, execution?: number): Promise<void>;
  /** Ends a party's wait; false if the token was settled, or timed out, before. */
  resume(taskToken: string, outcome: 'signed' | 'again' | 'ended'): Promise<boolean>;
  status(envelopeId: string, execution?: number): Promise<'running' | 'ended' | 'failed' | 'none'>;
}

/** A queue for what could not be carried: a person sees it, and may have it tried again. */
export interface Letters {
  post(letter: string): Promise<void>;
}

export interface EventBus {
  publish(events: readonly SigilloEvent[]): Promise<void>;
}

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
    owner?: string;
    status?: Status;
    group?: ListGroup;
    limit: number;
    cursor?: string;
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

export interface AuthorityCopy {
  /** From 1; the highest is the newest. */
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** What the company's authority is, where it is backed up; no copy is ever changed or taken away. */
export interface AuthorityCopies {
  /** Strongly consistent. */
  newest(): Promise<AuthorityCopy | undefined>;
  /** Ignored where the number is taken. */
  add(copy: AuthorityCopy): Promise<void>;
}

/** All that the public verifier may know. */
export interface Records {
  put(record: PublicRecord & { seq: number } & Expiring): Promise<void>;
  find(id: string): Promise<PublicRecord | undefined>;
  findBySha256(sha256: string): Promise<PublicRecord | undefined>;
}

/** Everything a function may be given. */
export interface Ports {
  clock: Clock;
  random: Random;
  ledger: Ledger;
  links: Links;
  sessions: Sessions;
  codes: Codes;
  taskTokens: TaskTokens;
  claims: Claims;
  sentTexts: SentTexts;
  counters: Counters;
  documents: Documents;
  archive: Archive;
  presigned: PresignedAddresses;
  mailer: Mailer;
  textMessages: TextMessages;
  workflow: Workflow;
  bus: EventBus;
  envelopes: Envelopes;
  watch: Watch;
  records: Records;
}
