import { Refusal } from '../errors.ts';
import type { Field } from '../fields/field.ts';
import type { Acts } from '../ledger/acts.ts';
import type {
  AcceptedDocument,
  EntryData,
  External,
  FailureKind,
  Notice,
  Owner,
  Report,
  Revision,
  Schedule,
  Shown,
  SignatureMethod,
  UsedTemplate,
} from '../ledger/entries.ts';
import type { RightCode } from '../secrets/right-codes.ts';
import { type Party, type PartyId, turnsOf } from './party.ts';

/** A party's report to the sender ("not for me", "no more codes"), and in which round. */
export interface PartyReport {
  readonly about: Report;
  readonly round: number;
  readonly at: string;
}

/** A party and what it has done. Instants are ISO 8601 in UTC. */
export interface PartyState extends Party {
  /** Incremented by each resend and corrected contact; links and codes of earlier rounds are void. */
  readonly round: number;
  /**
   * Number of corrected contacts. Consent given before a correction does not count: it may be another
   * person's.
   */
  readonly corrections?: number;
  readonly invitedAt?: string;
  /** Occasions of the messages already sent; each occasion is sent once. */
  readonly occasions?: readonly string[];
  /** When the sender asked for a message that has not been sent yet. */
  readonly owedSince?: string;
  readonly openedAt?: string;
  readonly reports?: readonly PartyReport[];
  readonly rightCodes?: readonly RightCode[];
  /** How the page last showed the document, in this round. */
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
  /** The worst known delivery failure; cleared by a new contact or invitation, or by an act of the party. */
  readonly undelivered?: {
    readonly kind: FailureKind;
    readonly at: string;
    readonly notice: Notice;
    readonly reason: string;
  };
}

export interface Common extends External {
  readonly id: string;
  readonly seq: number;
  readonly head: string;
  readonly title: string;
  readonly language: Party['language'];
  readonly message?: string;
  readonly owner: Owner;
  readonly schedule: Schedule;
  readonly documentDays: number;
  /** What it was made from, where it was made from one. */
  readonly template?: UsedTemplate;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly parties: readonly PartyState[];
  readonly fields: readonly Field[];
  readonly document?: AcceptedDocument;
  readonly refusedDocument?: EntryData['document.refused'];
  readonly own?: { readonly key: string; readonly sha256: string };
  /** Latest instants of the acts that have a limit. */
  readonly acts?: Acts;
  /** Who was notified of the end: party ids and `sender`. */
  readonly deliveredTo?: readonly string[];
  /** Parties whose copy went to the additional address that they gave. */
  readonly copiedTo?: readonly PartyId[];
  /** Number of the current workflow execution; absent for the first. */
  readonly execution?: number;
  /** When the current execution ended too early. */
  readonly stalledAt?: string;
  /** `seq` of the latest `restarted` entry. */
  readonly restartedSeq?: number;
  /** When it was erased on a person's request; hidden from then on. */
  readonly erasedAt?: string;
  /** Failed messages already recorded (see `failureKey`). */
  readonly failures?: readonly string[];
}

export interface Draft extends Common {
  readonly status: 'draft';
  /** When the sender deleted it; hidden from then on, and deleted by the next `forget` run. */
  readonly discardedAt?: string;
  /** `seq` of the last entry that changed its parties, document, fields or values. */
  readonly changedSeq: number;
  /** Fields and values as last placed, including those that a later change of parties or document removed. */
  readonly placed?: Placed;
  /** The previously uploaded document. */
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

/** Sent; intake is preparing revision 0. */
export interface Preparing extends SentCommon {
  readonly status: 'preparing';
}

/** Revision 0 is final and parties sign in turn; each signature appends a revision. */
export interface Signing extends SentCommon {
  readonly status: 'signing';
  readonly revisions: readonly Revision[];
  readonly certificatePages: number;
}

/** All have signed; the company's seal is pending. */
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

/** Document and values are deleted; the ledger's facts remain. */
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

/** The status, or for a purged envelope the status in which it ended. */
export function endedAs(envelope: Completed | Stopped | Purged): Purged['ended'];
export function endedAs(envelope: Envelope): Exclude<Status, 'purged'>;
export function endedAs(envelope: Envelope): Exclude<Status, 'purged'> {
  return envelope.status === 'purged' ? envelope.ended : envelope.status;
}

export const isEnded = (envelope: Envelope): envelope is Completed | Stopped | Purged =>
  'endedAt' in envelope;

/** The parties of the first turn in which someone has not signed yet. */
export function partiesOnTurn(envelope: Signing): PartyState[] {
  const turn = turnsOf(envelope.parties).find((parties) =>
    parties.some((party) => !party.signature),
  );
  return turn?.filter((party) => !party.signature) ?? [];
}

/** A turn opens only once every signature of the earlier turns is appended to the file. */
export const isOnTurn = (envelope: Signing, party: PartyState): boolean =>
  partiesOnTurn(envelope).includes(party) &&
  envelope.parties.every((other) => other.turn >= party.turn || other.revision);

/**
 * The revision shown to a turn: the newest one without a signature of that turn. All parties of a turn see
 * and sign the same revision.
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
