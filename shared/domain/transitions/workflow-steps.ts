import {
  type Envelope,
  isEnded,
  isRunning,
  type PartyState,
  partyOf,
  type Signed,
} from '../envelope/envelope.ts';
import { isRemoved } from '../envelope/retention.ts';
import { failureKey } from '../envelope/undelivered.ts';
import type { EntryData, Revision } from '../ledger/entries.ts';
import type { Decision } from '../ledger/ledger.ts';

/** Revision 0 is frozen; undefined if the envelope is past that. */
export function prepared(
  envelope: Envelope,
  data: EntryData['prepared'],
): Decision<'prepared'> | undefined {
  if (envelope.status !== 'preparing') return undefined;
  return { type: 'prepared', data };
}

/**
 * A message with a link went; undefined if that is recorded already, or the envelope has ended: then its
 * claim alone says so, and its party is told of the end all the same.
 */
export function invited(
  envelope: Envelope,
  data: EntryData['invited'],
): Decision<'invited'> | undefined {
  if (!isRunning(envelope) || wasTold(partyOf(envelope, data.party), data.occasion))
    return undefined;
  return { type: 'invited', data };
}

export const wasTold = ({ occasions = [] }: PartyState, occasion: string | undefined): boolean =>
  occasion !== undefined && occasions.includes(occasion);

/** The signatures that wait to be appended, in the order in which they were given. */
export const waitingSignatures = (envelope: Envelope): PartyState[] =>
  envelope.parties
    .filter((party) => party.signature && !party.revision)
    .sort((a, b) => a.signature!.seq - b.signature!.seq);

/** A party's signature is in the file; undefined if another sealer was first, or the envelope stopped. */
export function appended(
  envelope: Envelope,
  data: { party: string; revision: Revision },
): Decision<'appended'> | undefined {
  if (envelope.status !== 'signing' && envelope.status !== 'signed') return undefined;
  const next = waitingSignatures(envelope)[0];
  if (next?.id !== data.party || envelope.revisions.length !== data.revision.number)
    return undefined;
  return { type: 'appended', data };
}

/** Signed by all, and every signature is in the file. */
export const isReadyToClose = (envelope: Envelope): envelope is Signed =>
  envelope.status === 'signed' && waitingSignatures(envelope).length === 0;

export function completed(
  envelope: Envelope,
  data: EntryData['completed'],
): Decision<'completed'> | undefined {
  if (!isReadyToClose(envelope)) return undefined;
  return { type: 'completed', data };
}

/** The deadline has passed; undefined before it, or once all have signed. */
export function expired(envelope: Envelope, now: Date): Decision<'expired'> | undefined {
  if (envelope.status !== 'signing' && envelope.status !== 'preparing') return undefined;
  if (now.getTime() < Date.parse(envelope.deadline)) return undefined;
  return { type: 'expired', data: {} };
}

/** A step that can never succeed stops the envelope, visibly. */
export function failed(
  envelope: Envelope,
  data: EntryData['failed'],
): Decision<'failed'> | undefined {
  if (!isRunning(envelope)) return undefined;
  return { type: 'failed', data };
}

/** Somebody was told of the end; undefined if that is recorded already. */
export function delivered(
  envelope: Envelope,
  data: EntryData['delivered'],
): Decision<'delivered'> | undefined {
  if (!isEnded(envelope) || envelope.status === 'purged') return undefined;
  const told = data.copy === undefined ? envelope.deliveredTo : envelope.copiedTo;
  if (told?.includes(data.to)) return undefined;
  return { type: 'delivered', data };
}

/**
 * A message did not arrive, or was not wanted. Undefined if that is known already, or cannot be:
 * nobody has written to such a party, or not in that round, or everything is over.
 */
export function deliveryFailed(
  envelope: Envelope,
  data: EntryData['delivery.failed'],
): Decision<'delivery.failed'> | undefined {
  if (envelope.failures?.includes(failureKey(data))) return undefined;
  if (envelope.status === 'draft' || envelope.status === 'purged') return undefined;
  if (!isWrittenTo(envelope, data)) return undefined;
  return { type: 'delivery.failed', data };
}

function isWrittenTo(
  { parties }: Envelope,
  { to, round = 0 }: EntryData['delivery.failed'],
): boolean {
  if (to === 'sender') return true;
  const party = parties.find(({ id }) => id === to);
  return party !== undefined && round <= party.round;
}

/** Everything is removed; undefined before the hour. */
export function purged(envelope: Envelope, now: Date): Decision<'purged'> | undefined {
  if (envelope.status === 'purged' || !isRemoved(envelope, now)) return undefined;
  return { type: 'purged', data: {} };
}
