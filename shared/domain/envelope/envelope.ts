import { Refusal } from '../errors.ts';
import type { Field } from '../fields/field.ts';
import type { Acts } from '../ledger/acts.ts';
import type {
  AcceptedDocument,
  EntryData,
  FailureKind,
  Notice,
  Owner,
  Report,
  Revision,
  Schedule,
  Shown,
  SignatureMethod,
} from '../ledger/entries.ts';
import type { RightCode } from '../secrets/right-codes.ts';
import { type Party, type PartyId, turnsOf } from './party.ts';

/** What the sender was told of a party's link, and in which round. */
export interface PartyReport {
  readonly about: Report;
  readonly round: number;
  readonly at: string;
}

/** A party and what it has done. Instants are ISO 8601 in UTC. */
export interface PartyState extends Party {
  /** Counts re-sends and corrected contacts: links and codes of earlier rounds are void. */
  readonly round: number;
  /** Counts corrected contacts alone: whoever is behind another one has agreed to nothing yet. */
  readonly corrections?: number;
  readonly invitedAt?: string;
  /** Of the messages that went: each goes once. */
  readonly occasions?: readonly string[];
  /** Since when the sender waits for a message that it asked for. */
  readonly owedSince?: string;
  readonly openedAt?: string;
  readonly reports?: readonly PartyReport[];
  readonly rightCodes?: readonly RightCode[];
  /** What its page last said it showed, in this round. */
  readonly shown?: { readonly documentSha256: string; readonly as: Shown };
  readonly consent?: { readonly version: string; readonly sha256: string; readonly at: string };
  readonly signature?: {
    readonly at: string;
    readonly seq: number;
    readonly method: SignatureMethod;
    readonly submission: { readonly key: string; readonly sha256: string };
    readonly confirmation: EntryData['signed']['confirmation'];
    readonly stamp: boolean;
    readonly copyAddress?: string;
    readonly address?: string;
  };
  readonly revision?: Revision;
  readonly deliveredAt?: string;
  /** What became of a message, until another contact or invitation is tried, or the party acts. */
  readonly undelivered?: {
    readonly kind: FailureKind;
    readonly at: string;
    readonly notice: Notice;
    readonly reason: string;
  };
}

export interface Common {
  readonly id: string;
  readonly seq: number;
  readonly head: string;
  readonly title: string;
  readonly language: Party['language'];
  readonly message?: string;
  readonly owner: Owner;
  readonly schedule: Schedule;
  readonly documentDays: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly parties: readonly PartyState[];
  readonly fields: readonly Field[];
  readonly document?: AcceptedDocument;
  readonly refusedDocument?: EntryData['document.refused'];
  readonly own?: { readonly key: string; readonly sha256: string };
  /** When what may be repeated was done last. */
  readonly acts?: Acts;
  /** Who was told how it ended: parties, and the sender. */
  readonly deliveredTo?: readonly string[];
  /** The parties to whose further address a copy went. */
  readonly copiedTo?: readonly PartyId[];
  /** Of the workflow's executions, the number of the one that carries it; absent for the first. */
  readonly execution?: number;
  /** Since when it stands still, because that execution ended too early. */
  readonly stalledAt?: string;
  /** Of the entry that started a further one. */
  readonly restartedSeq?: number;
  /** Since when nothing is told of it, because a person asked for erasure. */
  readonly erasedAt?: string;
  /** Keys of the failed messages that the ledger has (see `failureKey`). */
  readonly failures?: readonly string[];
}

export interface Draft extends Common {
  readonly status: 'draft';
  /** Nobody is told of it any more; what is left of it is deleted by and by. */
  readonly discardedAt?: string;
  /** Of the entry by which its parties, document, fields or values were changed last. */
  readonly changedSeq: number;
  /** What was placed and filled in last, whatever became of the parties and the document since. */
  readonly placed?: Placed;
  /** The document before this one. */
  readonly former?: AcceptedDocument;
}

export interface Placed {
  readonly seq: number;
  readonly fields: readonly Field[];
  readonly own?: Common['own'];
}

interface SentCommon extends Common {
  readonly sentAt: string;
  readonly deadline: string;
  readonly document: AcceptedDocument;
}

/** Sent; intake is still laying out revision 0. */
export interface Preparing extends SentCommon {
  readonly status: 'preparing';
}

/** Revision 0 is frozen; the turns run. `revisions` has one more for every signature appended. */
export interface Signing extends SentCommon {
  readonly status: 'signing';
  readonly revisions: readonly Revision[];
  readonly certificatePages: number;
}

/** All have signed; the company's seal is not yet there. */
export interface Signed extends Omit<Signing, 'status'> {
  readonly status: 'signed';
}

export interface Completed extends Omit<Signing, 'status'> {
  readonly status: 'completed';
  readonly endedAt: string;
  readonly file: Revision;
  readonly beforeSeal: Revision;
}

export interface Stopped extends Common {
  readonly status: 'declined' | 'voided' | 'expired' | 'failed';
  readonly endedAt: string;
  readonly sentAt?: string;
  readonly deadline?: string;
  readonly revisions?: readonly Revision[];
  readonly reason?: string;
  readonly declinedBy?: PartyId;
}

/** The document and all that was filled in are gone; the facts stay. */
export interface Purged extends Common {
  readonly status: 'purged';
  readonly ended: 'completed' | Stopped['status'];
  readonly endedAt: string;
  readonly purgedAt: string;
  readonly sentAt?: string;
  readonly file?: Revision;
  readonly beforeSeal?: Revision;
  readonly revisions?: readonly Revision[];
}

export type Running = Preparing | Signing | Signed;
export type Envelope = Draft | Running | Completed | Stopped | Purged;
export type Status = Envelope['status'];

export const isRunning = (envelope: Envelope): envelope is Running =>
  envelope.status === 'preparing' || envelope.status === 'signing' || envelope.status === 'signed';

/** How it stands, or how it had ended before its document was removed. */
export function endedAs(envelope: Completed | Stopped | Purged): Purged['ended'];
export function endedAs(envelope: Envelope): Exclude<Status, 'purged'>;
export function endedAs(envelope: Envelope): Exclude<Status, 'purged'> {
  return envelope.status === 'purged' ? envelope.ended : envelope.status;
}

export const isEnded = (envelope: Envelope): envelope is Completed | Stopped | Purged =>
  'endedAt' in envelope;

/** The parties whose turn it is: those of the first turn where someone has still to sign. */
export function partiesOnTurn(envelope: Signing): PartyState[] {
  const turn = turnsOf(envelope.parties).find((parties) =>
    parties.some((party) => !party.signature),
  );
  return turn?.filter((party) => !party.signature) ?? [];
}

/** A party's turn can only open once every signature of the turns before it has been appended. */
export const isOnTurn = (envelope: Signing, party: PartyState): boolean =>
  partiesOnTurn(envelope).includes(party) &&
  envelope.parties.every((other) => other.turn >= party.turn || other.revision);

/**
 * The revision that a turn is shown: the newest one before any of its own parties' signatures. All
 * parties of one turn see and sign the same.
 */
export function shownRevision(
  envelope: Pick<Signing, 'parties' | 'revisions'>,
  turn: number,
): Revision {
  const before = envelope.parties.filter((party) => party.turn < turn && party.revision).length;
  return envelope.revisions[before]!;
}

export function partyOf(envelope: Envelope, id: PartyId): PartyState {
  const party = envelope.parties.find((candidate) => candidate.id === id);
  if (!party) throw new Refusal('party_unknown', { party: id });
  return party;
}
