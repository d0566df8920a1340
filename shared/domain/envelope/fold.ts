import { Refusal } from '../errors.ts';
import type { Field } from '../fields/field.ts';
import { noted } from '../ledger/acts.ts';
import { type EntryData, NOT_SENT_YET, UNDELIVERABLE } from '../ledger/entries.ts';
import type { Entry } from '../ledger/ledger.ts';
import { readableEntry } from '../ledger/versions.ts';
import { rightCode } from '../secrets/right-codes.ts';
import {
  type Common,
  type Completed,
  type Draft,
  type Envelope,
  isEnded,
  type PartyState,
  type Preparing,
  type Purged,
  type Running,
  type Signed,
  type Signing,
  type Stopped,
} from './envelope.ts';
import type { Party, PartyId } from './party.ts';
import { announcesEnd, failureKey, failureKind, isAtLeastAsGrave } from './undelivered.ts';

/**
 * The state after a whole chain of entries. Throws `NewerRelease` for an entry that this release cannot read.
 */
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

/**
 * The state after one more entry. Never refuses: the transitions validated the entry before it was recorded.
 */
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
      ...answered(clearSendFailure(party)),
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
            ...clearSendFailure(party, copy),
            deliveredAt: at,
          })),
          deliveredTo: [...(envelope.deliveredTo ?? []), to],
        }
      : {
          ...withParty(envelope, to, (party) => clearSendFailure(party, copy)),
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

function without<K extends keyof Common>(envelope: Envelope, ...keys: readonly K[]): Envelope {
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

/**
 * The requested message was sent, or its sending failed for good or for now: the workflow no longer owes it.
 */
const answered = ({ owedSince: _, ...party }: PartyState): PartyState => party;

/** Clears the delivery failure. */
const reached = ({ undelivered: _, ...party }: PartyState): PartyState => party;

/** A later success clears only a failure to send, not one reported after sending (a bounce). */
function clearSendFailure(party: PartyState, copy?: string): PartyState {
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
    if (before && !isAtLeastAsGrave(kind, before.kind)) return party;
    const { notice, reason } = data;
    return { ...party, undelivered: { kind, at, notice, reason } };
  });
}

const isOfSending = ({ reason }: EntryData['delivery.failed']): boolean =>
  reason === NOT_SENT_YET || reason === UNDELIVERABLE;

/**
 * False for messages of an earlier round, and, once the party has signed or the envelope has ended, for all
 * but the notice of the end.
 */
function isAboutNow(
  envelope: Envelope,
  { round, signature }: PartyState,
  failure: EntryData['delivery.failed'],
): boolean {
  if (failure.round !== undefined && failure.round !== round) return false;
  return announcesEnd(failure.notice) || !(signature || isEnded(envelope));
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
