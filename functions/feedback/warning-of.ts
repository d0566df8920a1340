import { type Envelope, isEnded, type PartyState } from '../../shared/domain/envelope/envelope.ts';
import { type Channel, maskedChannel } from '../../shared/domain/envelope/party.ts';
import { contactsOf, failureKind } from '../../shared/domain/envelope/undelivered.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import type { NoticeFacts } from '../../shared/messages/notice.ts';

type Warning = NoticeFacts['undelivered'];
type Failed = Entry<'delivery.failed'>;

/**
 * Content of the warning about a failed message. Undefined for delays, messages to the sender (which would
 * loop), and messages that no longer matter.
 */
export function warningOf(
  envelope: Envelope,
  entries: readonly Entry[],
  { data }: Failed,
): Warning | undefined {
  const { to, notice, round } = data;
  const kind = failureKind(data);
  const party = envelope.parties.find(({ id }) => id === to);
  if (!party || kind === 'delayed' || notice === 'warning') return undefined;
  const next = nextStep(envelope, data);
  if (!next) return undefined;
  const channel = contactsOf(entries, to)[round ?? party.round] ?? party.channel;
  const contact = notice === 'copy' ? maskedCopy(party) : writtenContact(channel);
  return { name: party.name, contact, about: { kind, notice, next } };
}

function nextStep(
  envelope: Envelope,
  { to, notice, round }: Failed['data'],
): Warning['about']['next'] | undefined {
  if (envelope.status === 'purged') return undefined;
  if (notice === 'delivery' || notice === 'copy') return 'handOver';
  if (notice === 'notice') return 'tell';
  const party = envelope.parties.find(({ id }) => id === to);
  if (!party || party.signature || isEnded(envelope)) return undefined;
  return round === undefined || round === party.round ? 'reach' : 'wait';
}

/** The sender did not choose this address, so it is masked as in the timeline. */
const maskedCopy = ({ signature }: PartyState): string =>
  maskedChannel({ kind: 'email', address: signature?.copyAddress ?? '' });

const writtenContact = (channel: Channel): string =>
  channel.kind === 'email' ? channel.address : channel.number;
