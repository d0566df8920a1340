import type * as z from 'zod';
import { archivedKeys } from '../../shared/contract/archived.ts';
import type { EventType } from '../../shared/contract/event-types.ts';
import type { EVENT_DATA, SigilloEvent } from '../../shared/contract/events.ts';
import { type Envelope, partyOf } from '../../shared/domain/envelope/envelope.ts';
import type { PartyId } from '../../shared/domain/envelope/party.ts';
import { daysAfter } from '../../shared/domain/envelope/retention.ts';
import { failureKind } from '../../shared/domain/envelope/undelivered.ts';
import type { EntryData, EntryType } from '../../shared/domain/ledger/entries.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';

type Told = {
  [T in EventType]: { readonly type: T; readonly data: z.output<(typeof EVENT_DATA)[T]> };
}[EventType];

type Tell<T extends EntryType> = (
  entry: Entry<T>,
  envelope: Envelope,
  isArchived: boolean,
) => Told | undefined;

/**
 * The public event for a ledger entry; undefined for internal steps. Its id derives from envelope id and
 * `seq`, so it is stable over redelivery.
 */
export function eventOf(
  entry: Entry,
  envelope: Envelope,
  isArchived = false,
): SigilloEvent | undefined {
  const tell = TELL[entry.type] as Tell<EntryType> | undefined;
  if (!tell) return undefined;
  const told = tell(entry, envelope, isArchived);
  if (!told) return undefined;
  const { type, data } = told;
  const { envelopeId, seq, at } = entry;
  const { subject: owner } = envelope.owner;
  const metadata = {
    ...({ id: `${envelopeId}-${seq}`, version: 1, at, envelopeId, owner } as const),
    ...externalOf(envelope),
  };
  return { type, detail: { metadata, data } } as SigilloEvent;
}

/** An erased envelope says nothing that a person gave. */
const externalOf = ({ erasedAt, externalId, metadata }: Envelope) =>
  erasedAt
    ? {}
    : { ...(externalId !== undefined && { externalId }), ...(metadata && { metadata }) };

const person = (envelope: Envelope, id: PartyId) => ({
  party: id,
  role: partyOf(envelope, id).role,
});

const TELL: { [T in keyof EntryData]: Tell<T> | undefined } = {
  created: ({ data: { owner, parties, template } }) => ({
    type: 'envelope.created',
    data: { owner: owner.subject, parties: parties.length, ...(template && { template }) },
  }),
  sent: ({ data: { deadline } }, { document }) => ({
    type: 'envelope.sent',
    data: { deadline, documentSha256: document?.sha256 ?? '' },
  }),
  invited: ({ data: { party, notice } }, envelope) => ({
    type: 'party.invited',
    data: { ...person(envelope, party), notice },
  }),
  opened: ({ data: { party, shown } }, envelope) =>
    shown ? undefined : { type: 'party.opened', data: person(envelope, party) },
  signed: ({ data: { party, method } }, envelope) => ({
    type: 'party.signed',
    data: { ...person(envelope, party), method },
  }),
  reported: ({ data: { party, about } }, envelope) => ({
    type: 'party.reported',
    data: { ...person(envelope, party), about },
  }),
  declined: ({ data }, envelope) => ({
    type: 'party.declined',
    data: person(envelope, data.party),
  }),
  completed: ({ at, data: { file } }, { id, documentDays }, isArchived) => ({
    type: 'envelope.completed',
    data: {
      sha256: file.sha256,
      length: file.length,
      key: file.key,
      removedAt: daysAfter(at, documentDays),
      ...(isArchived && { archive: archivedKeys(id) }),
    },
  }),
  'owner.changed': ({ data: { owner } }) => ({
    type: 'envelope.owner-changed',
    data: { owner: owner.subject },
  }),
  expired: () => ({ type: 'envelope.expired', data: {} }),
  discarded: () => ({ type: 'envelope.voided', data: {} }),
  voided: () => ({ type: 'envelope.voided', data: {} }),
  failed: ({ data: { stage, code } }) => ({ type: 'envelope.failed', data: { stage, code } }),
  purged: () => ({ type: 'envelope.purged', data: {} }),
  erased: () => ({ type: 'envelope.erased', data: {} }),
  'delivery.failed': ({ data }) => toldFailure(data),
  edited: undefined,
  'document.accepted': undefined,
  'document.refused': undefined,
  placed: undefined,
  filled: undefined,
  prepared: undefined,
  consented: undefined,
  'code.sent': undefined,
  'code.wrong': undefined,
  'code.right': undefined,
  appended: undefined,
  reminded: undefined,
  're-sent': undefined,
  'contact.corrected': undefined,
  delivered: undefined,
  stalled: undefined,
  restarted: undefined,
};

/** Delays have an event type of their own, so that consumers of failures do not receive them. */
function toldFailure(failure: EntryData['delivery.failed']): Told {
  const { to, notice, reason, round } = failure;
  const data = { to, notice, reason, ...(round !== undefined && { round }) };
  const kind = failureKind(failure);
  if (kind === 'delayed') return { type: 'delivery.delayed', data };
  return { type: 'delivery.failed', data: { ...data, kind } };
}
