import { Refusal } from '../errors.ts';
import type { Field } from '../fields/field.ts';
import { type Acts, noted } from '../ledger/acts.ts';
import {
  type AcceptedDocument,
  type EntryData,
  type FailureKind,
  NOT_SENT_YET,
  type Notice,
  type Owner,
  type Report,
  type Revision,
  type Schedule,
  type Shown,
  type SignatureMethod,
  UNDELIVERABLE,
} from '../ledger/entries.ts';
import type { Entry } from '../ledger/ledger.ts';
import { readableEntry } from '../ledger/versions.ts';
import { type RightCode, rightCode } from '../secrets/right-codes.ts';
import { type Party, type PartyId, turnsOf } from './party.ts';
import { failureKey, failureKind, isNoLess, isOfEnd } from './undelivered.ts';

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

interface Common {
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

/** The envelope that a whole chain of entries amounts to; `NewerRelease` if one of them is not known. */
export function folded(entries: readonly Entry[]): Envelope {
  const [first, ...rest] = entries.map(readableEntry);
  if (first?.type !== 'created') throw new Refusal('envelope_unknown');
  return rest.reduce<Envelope>(applied, created(first as Entry<'created'>));
}

function created(entry: Entry<'created'>): Draft {
  const { parties, ...facts } = entry.data;
  return {
    ...facts,
    status: 'draft',
    id: entry.envelopeId,
    seq: entry.seq,
    head: entry.hash,
    createdAt: entry.at,
    updatedAt: entry.at,
    parties: parties.map((party) => ({ ...party, round: 0 })),
    fields: [],
    changedSeq: entry.seq,
  };
}

/** The envelope after one more entry. Entries were decided by the transitions, so it never refuses. */
export function applied(envelope: Envelope, entry: Entry): Envelope {
  const change = APPLY[entry.type] as (envelope: Envelope, entry: Entry) => Envelope;
  return {
    ...change(envelope, entry),
    seq: entry.seq,
    head: entry.hash,
    updatedAt: entry.at,
    acts: noted(envelope.acts, entry),
  };
}

type Applications = { [T in keyof EntryData]: (envelope: Envelope, entry: Entry<T>) => Envelope };

const APPLY: Applications = {
  created: (_, entry) => created(entry),
  edited: (envelope, { seq, data: { parties, ...facts } }) =>
    ({
      ...envelope,
      changedSeq: seq,
      message: undefined,
      ...facts,
      parties: parties.map((party) => ({ ...party, round: 0 })),
      fields: envelope.fields.filter((field) => belongs(field, parties)),
    }) as Draft,
  'document.accepted': (envelope, { seq, data }) =>
    ({
      ...without(envelope, 'refusedDocument', 'own'),
      changedSeq: seq,
      ...(envelope.document && { former: envelope.document }),
      document: data,
      fields: [],
    }) as Draft,
  'document.refused': (envelope, { data }) => ({ ...envelope, refusedDocument: data }),
  placed: (envelope, { seq, data: { fields } }) =>
    ({
      ...without(envelope, 'own'),
      changedSeq: seq,
      fields,
      placed: { seq, fields },
    }) as Draft,
  filled: (envelope, { seq, data: { key, sha256 } }) => {
    const own = { key, sha256 };
    const { fields } = (envelope as Draft).placed ?? envelope;
    return { ...envelope, own, changedSeq: seq, placed: { seq, fields, own } } as Draft;
  },
  discarded: (envelope, { at }) => ({ ...envelope, discardedAt: at }) as Draft,
  sent: (envelope, { at, data: { deadline } }) => {
    const { changedSeq: _, placed: __, former: ___, ...sent } = envelope as Draft;
    return { ...sent, status: 'preparing', sentAt: at, deadline } as Preparing;
  },
  prepared: (envelope, { data }) =>
    ({
      ...envelope,
      status: 'signing',
      revisions: [data.revision],
      certificatePages: data.certificatePages,
    }) as Signing,
  invited: (envelope, { at, data }) =>
    withParty(envelope, data.party, (party) => ({
      ...answered(sentAtLast(party)),
      invitedAt: party.invitedAt ?? at,
      ...(data.occasion && { occasions: [...(party.occasions ?? []), data.occasion] }),
    })),
  opened: (envelope, { at, data: { party, documentSha256, shown } }) =>
    withParty(envelope, party, (state) => ({
      ...reached(state),
      openedAt: state.openedAt ?? at,
      ...(documentSha256 && shown && { shown: { documentSha256, as: shown } }),
    })),
  consented: (envelope, { at, data: { party, version, sha256 } }) =>
    withParty(envelope, party, (state) => ({
      ...reached(state),
      consent: { version, sha256, at },
    })),
  'code.sent': (envelope) => envelope,
  'code.wrong': (envelope) => envelope,
  'code.right': (envelope, { data }) =>
    withParty(envelope, data.party, (party) => ({
      ...reached(party),
      rightCodes: [...(party.rightCodes ?? []), rightCode(party.round, data)],
    })),
  signed: (envelope, entry) => withSignature(envelope as Signing, entry),
  appended: (envelope, { data }) => {
    const signing = envelope as Signing;
    const revisions = [...signing.revisions, data.revision];
    const next = { ...signing, revisions };
    return withParty(next, data.party, (party) => ({ ...party, revision: data.revision }));
  },
  reported: (envelope, { at, data: { party: id, about } }) =>
    withParty(envelope, id, (party) => ({
      ...party,
      reports: [...(party.reports ?? []), { about, round: party.round, at }],
    })),
  declined: (envelope, { at, data }) => stopped(envelope, 'declined', at, data.reason, data.party),
  voided: (envelope, { at, data }) => stopped(envelope, 'voided', at, data.reason),
  expired: (envelope, { at }) => stopped(envelope, 'expired', at),
  failed: (envelope, { at, data }) => stopped(envelope, 'failed', at, data.code),
  reminded: (envelope, { at, data }) =>
    withParty(envelope, data.party, (party) => ({ ...party, owedSince: at })),
  're-sent': (envelope, { at, data }) => nextRound(envelope, data.party, at),
  'contact.corrected': (envelope, { at, data }) =>
    nextRound(
      withParty(envelope, data.party, ({ consent: _, ...party }) => ({
        ...party,
        channel: data.channel,
        corrections: (party.corrections ?? 0) + 1,
      })),
      data.party,
      at,
    ),
  'owner.changed': (envelope, { data: { owner } }) => ({ ...envelope, owner }),
  completed: (envelope, { at, data: { file, beforeSeal } }) =>
    ({ ...envelope, status: 'completed', endedAt: at, file, beforeSeal }) as Completed,
  delivered: (envelope, { at, data: { to, copy } }) =>
    copy === undefined
      ? {
          ...withParty(envelope, to, (party) => ({
            ...sentAtLast(party, copy),
            deliveredAt: at,
          })),
          deliveredTo: [...(envelope.deliveredTo ?? []), to],
        }
      : {
          ...withParty(envelope, to, (party) => sentAtLast(party, copy)),
          copiedTo: [...(envelope.copiedTo ?? []), to],
        },
  'delivery.failed': (envelope, entry) => withFailure(envelope, entry),
  stalled: (envelope, { at }) => ({ ...envelope, stalledAt: at }),
  restarted: (envelope, { seq, data }) => ({
    ...without(envelope, 'stalledAt'),
    execution: data.execution,
    restartedSeq: seq,
  }),
  purged: (envelope, { at }) => {
    const ended = envelope as Completed | Stopped;
    const parties = ended.parties.map(reached);
    return { ...ended, parties, status: 'purged', ended: ended.status, purgedAt: at } as Purged;
  },
  erased: (envelope, { at }) => ({ ...envelope, erasedAt: at }),
};

const belongs = (field: Field, parties: readonly Party[]): boolean =>
  field.party === null || parties.some((party) => party.id === field.party);

function without<K extends keyof Common>(envelope: Envelope, ...keys: K[]): Envelope {
  const kept = Object.entries(envelope).filter(([key]) => !keys.includes(key as K));
  return Object.fromEntries(kept) as unknown as Envelope;
}

function withParty<E extends Envelope>(
  envelope: E,
  id: PartyId,
  change: (party: PartyState) => PartyState,
): E {
  const parties = envelope.parties.map((party) => (party.id === id ? change(party) : party));
  return { ...envelope, parties };
}

const nextRound = (envelope: Envelope, id: PartyId, at: string): Envelope =>
  withParty(envelope, id, ({ shown: _, ...party }) => ({
    ...reached(party),
    round: party.round + 1,
    owedSince: at,
  }));

/** A message went, or its sending is known to have failed: the workflow has taken the wish. */
const answered = ({ owedSince: _, ...party }: PartyState): PartyState => party;

/** Nothing says any more that messages do not arrive. */
const reached = ({ undelivered: _, ...party }: PartyState): PartyState => party;

/** What could not be sent yet was sent; what failed after it was sent is not mended by that. */
function sentAtLast(party: PartyState, copy?: string): PartyState {
  const { reason, notice } = party.undelivered ?? {};
  const isThis = (notice === 'copy') === (copy !== undefined);
  return reason === NOT_SENT_YET && isThis ? reached(party) : party;
}

function withFailure(envelope: Envelope, { at, data }: Entry<'delivery.failed'>): Envelope {
  const next = { ...envelope, failures: [...(envelope.failures ?? []), failureKey(data)] };
  return withParty(next, data.to, (state) => {
    const kind = failureKind(data);
    const before = state.undelivered;
    if (!isAboutNow(envelope, state, data)) return state;
    const party = isOfSending(data) ? answered(state) : state;
    if (before && !isNoLess(kind, before.kind)) return party;
    const { notice, reason } = data;
    return { ...party, undelivered: { kind, at, notice, reason } };
  });
}

const isOfSending = ({ reason }: EntryData['delivery.failed']): boolean =>
  reason === NOT_SENT_YET || reason === UNDELIVERABLE;

/** A message to a former contact says nothing of this one, nor an invitation of who has signed. */
function isAboutNow(
  envelope: Envelope,
  { round, signature }: PartyState,
  failure: EntryData['delivery.failed'],
): boolean {
  if (failure.round !== undefined && failure.round !== round) return false;
  return isOfEnd(failure.notice) || !(signature || isEnded(envelope));
}

function withSignature(
  envelope: Signing,
  { at, seq, actor, data }: Entry<'signed'>,
): Signing | Signed {
  const address = actor.kind === 'party' && actor.address ? { address: actor.address } : {};
  const { method, submission, confirmation, stamp, copyAddress } = data;
  const copy = copyAddress === undefined ? {} : { copyAddress };
  const signature = { at, seq, method, submission, confirmation, stamp, ...copy, ...address };
  const next = withParty(envelope, data.party, (party) => ({ ...reached(party), signature }));
  const all = next.parties.every((party) => party.signature);
  return all ? { ...next, status: 'signed' } : next;
}

function stopped(
  envelope: Envelope,
  status: Stopped['status'],
  endedAt: string,
  reason?: string,
  declinedBy?: PartyId,
): Stopped {
  const facts = { ...(reason !== undefined && { reason }), ...(declinedBy && { declinedBy }) };
  const parties = envelope.parties.map(reached);
  return { ...(envelope as Running), status, endedAt, parties, ...facts } as Stopped;
}

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
