import { type EntryData, type FailureKind, NOT_SENT_YET, type Notice } from '../ledger/entries.ts';
import type { Entry } from '../ledger/ledger.ts';
import type { Channel, PartyId } from './party.ts';

type Failure = EntryData['delivery.failed'];

/** Entries of version 1 without `kind` have SES's category at the start of `reason`. */
export function failureKind({ kind, reason }: Pick<Failure, 'kind' | 'reason'>): FailureKind {
  if (kind) return kind;
  if (reason === 'complaint') return 'complaint';
  if (reason === NOT_SENT_YET) return 'delayed';
  return /^bounce: (Transient|Undetermined)/.test(reason) ? 'delayed' : 'failed';
}

/** Idempotency key of a delivery failure: the same message and kind reported twice is one failure. */
export function failureKey(failure: Failure): string {
  const { to, notice, round, reason, occasion, message } = failure;
  return message === undefined
    ? [to, round, notice, occasion, reason].join(' ')
    : `${message} ${failureKind(failure)}`;
}

const OF_END: Readonly<Record<Notice, boolean>> = {
  invitation: false,
  reminder: false,
  code: false,
  delivery: true,
  copy: true,
  notice: true,
  warning: false,
};

/** Whether the notice announces the envelope's end. */
export const announcesEnd = (notice: Notice): boolean => OF_END[notice];

const GRAVITY: Record<FailureKind, number> = { delayed: 0, complaint: 1, failed: 2 };

/** A graver or equal failure replaces the earlier one; a late delay report does not replace a failure. */
export const isAtLeastAsGrave = (one: FailureKind, other: FailureKind): boolean =>
  GRAVITY[one] >= GRAVITY[other];

/** The party's contact in each round, by round number. */
export function contactsOf(entries: readonly Entry[], party: PartyId): Channel[] {
  let contacts: Channel[] = [];
  for (const { type, data } of entries) {
    if (type === 'created' || type === 'edited')
      contacts = data.parties.filter(({ id }) => id === party).map(({ channel }) => channel);
    if (type === 're-sent' && data.party === party) contacts.push(contacts.at(-1)!);
    if (type === 'contact.corrected' && data.party === party) contacts.push(data.channel);
  }
  return contacts;
}

/**
 * The round of a message without a round tag (earlier releases): the last round with that contact. Undefined
 * if there is none.
 */
export function roundReached(contacts: readonly Channel[], reached: string): number | undefined {
  const round = contacts.findLastIndex((channel) => contactText(channel) === reached.toLowerCase());
  return round < 0 ? undefined : round;
}

const contactText = (channel: Channel): string =>
  channel.kind === 'email' ? channel.address.toLowerCase() : channel.number;
