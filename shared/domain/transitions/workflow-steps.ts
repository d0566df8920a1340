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

/** Records revision 0; undefined unless the envelope is being prepared. */
export function prepared(
  envelope: Envelope,
  data: EntryData['prepared'],
): Decision<'prepared'> | undefined {
  if (envelope.status !== 'preparing') return undefined;
  return { type: 'prepared', data };
}

/**
 * Records a sent link; undefined if recorded already, or the envelope has ended: the message's claim then
 * still shows that the party must be notified of the end.
 */
export function invited(
  envelope: Envelope,
  data: EntryData['invited'],
): Decision<'invited'> | undefined {
  if (!isRunning(envelope) || isNotified(partyOf(envelope, data.party), data.occasion))
    return undefined;
  return { type: 'invited', data };
}

export const isNotified = ({ occasions = [] }: PartyState, occasion: string | undefined): boolean =>
  occasion !== undefined && occasions.includes(occasion);

/** Signatures not yet appended to the file, in signing order. */
export const waitingSignatures = (envelope: Envelope): PartyState[] =>
  envelope.parties
    .filter((party) => party.signature && !party.revision)
    .sort((a, b) => a.signature!.seq - b.signature!.seq);

/** Records an appended signature; undefined if another sealer recorded it first, or the envelope stopped. */
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

/** All have signed and every signature is in the file. */
export const isReadyToClose = (envelope: Envelope): envelope is Signed =>
  envelope.status === 'signed' && waitingSignatures(envelope).length === 0;

export function completed(
  envelope: Envelope,
  data: EntryData['completed'],
): Decision<'completed'> | undefined {
  if (!isReadyToClose(envelope)) return undefined;
  return { type: 'completed', data };
}

/** Records the expiry; undefined before the deadline, or once all have signed. */
export function expired(envelope: Envelope, now: Date): Decision<'expired'> | undefined {
  if (envelope.status !== 'signing' && envelope.status !== 'preparing') return undefined;
  if (now.getTime() < Date.parse(envelope.deadline)) return undefined;
  return { type: 'expired', data: {} };
}

/** Ends the envelope because a step can never succeed. */
export function failed(
  envelope: Envelope,
  data: EntryData['failed'],
): Decision<'failed'> | undefined {
  if (!isRunning(envelope)) return undefined;
  return { type: 'failed', data };
}

/** Records a notice of the end; undefined if recorded already. */
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
 * Records a failed message. Undefined if recorded already, or if it cannot apply: the envelope is a draft or
 * purged, the party is unknown, or its round has not begun.
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

/** Records the purge; undefined before it is due. */
export function purged(envelope: Envelope, now: Date): Decision<'purged'> | undefined {
  if (envelope.status === 'purged' || !isRemoved(envelope, now)) return undefined;
  return { type: 'purged', data: {} };
}
