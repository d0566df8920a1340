import { writtenInstant } from '../../shared/contract/dates/written-instant.ts';
import type { Completed, PartyState } from '../../shared/domain/envelope/envelope.ts';
import { isOwner } from '../../shared/domain/envelope/is-owner.ts';
import { maskedChannel } from '../../shared/domain/envelope/party.ts';
import { purgeAt } from '../../shared/domain/envelope/retention.ts';
import { NOT_SENT_YET } from '../../shared/domain/ledger/entries.ts';
import { bySystem, type Entry } from '../../shared/domain/ledger/ledger.ts';
import { delivered } from '../../shared/domain/transitions/workflow-steps.ts';
import type { MailTo } from '../../shared/messages/mail-to.ts';
import type { MailRecipient } from '../../shared/messages/notice.ts';
import { sendOnce } from '../../shared/messages/send-once.ts';
import { sendingFailed } from '../../shared/messages/sending-failed.ts';
import type { Attachment } from '../../shared/ports/messages.ts';
import type { Ports } from '../../shared/ports/ports.ts';

type Deps = Pick<Ports, 'ledger' | 'claims' | 'clock' | 'random'> & { readonly mailTo: MailTo };

export interface Copy {
  readonly party: PartyState;
  readonly recipient: MailRecipient;
}

/** Parties whose additional address has not been sent the copy. The sender's own mail contains it already. */
export const unsentCopies = (envelope: Completed, entries: readonly Entry[]): Copy[] =>
  envelope.parties.flatMap((party) => {
    const recipient = copyRecipient(party);
    if (!recipient || isOwner(envelope, recipient)) return [];
    return entries.some((entry) => settles(entry, party)) ? [] : [{ party, recipient }];
  });

function copyRecipient({ id, name, language, round, signature }: PartyState) {
  const address = signature?.copyAddress;
  if (address === undefined) return undefined;
  return { id, name, language, round, channel: { kind: 'email', address } } as const;
}

function settles({ type, data }: Entry, { id }: PartyState): boolean {
  if (type === 'delivered') return data.to === id && data.copy !== undefined;
  if (type !== 'delivery.failed' || data.to !== id) return false;
  return data.notice === 'copy' && data.reason !== NOT_SENT_YET;
}

/** Only a permanent failure at sending is final; a bounce arrives after the entry. */
export async function sendCopy(
  ports: Deps,
  timeZone: string,
  envelope: Completed,
  { party, recipient }: Copy,
  copy: Attachment | undefined,
): Promise<void> {
  const { id: to, round } = party;
  const facts = {
    attached: copy !== undefined,
    until: writtenInstant(purgeAt(envelope)!, recipient.language, timeZone),
    number: maskedChannel(party.channel),
  };
  try {
    await sendOnce(ports, envelope, { to, occasion: 'copy' }, () =>
      ports.mailTo(envelope, recipient, 'copy', facts, copy && [copy]),
    );
  } catch (error) {
    return sendingFailed(ports, envelope.id, { to, notice: 'copy', round }, error);
  }
  const data = { to, attached: facts.attached, copy: maskedChannel(recipient.channel) };
  await ports.ledger.change(envelope.id, bySystem('deliver', ports.clock.now()), (now) =>
    delivered(now, data),
  );
}
