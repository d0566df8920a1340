import type { DeliverResult, DeliverTask } from '../../shared/contract/tasks.ts';
import type { Completed, Envelope, Stopped } from '../../shared/domain/envelope/envelope.ts';
import { isRemoved, purgeAt } from '../../shared/domain/envelope/retention.ts';
import { bySystem, type Entry } from '../../shared/domain/ledger/ledger.ts';
import { delivered } from '../../shared/domain/transitions/workflow-steps.ts';
import type { MailTo } from '../../shared/messages/mail-to.ts';
import type { Recipient } from '../../shared/messages/notice.ts';
import type { Notify } from '../../shared/messages/notify.ts';
import { sendOnce } from '../../shared/messages/send-once.ts';
import { sendingFailed } from '../../shared/messages/sending-failed.ts';
import type { Attachment } from '../../shared/ports/messages.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { completedFacts } from './completed-facts.ts';
import type { DeliverSettings } from './deliver-settings.ts';
import { mayHoldLink } from './may-hold-link.ts';
import { notifiedBy, pendingRecipients } from './recipients.ts';
import { sendCopy, unsentCopies } from './send-copy.ts';
import { signedCopy } from './signed-copy.ts';

export type DeliverPorts = Pick<
  Ports,
  'ledger' | 'links' | 'claims' | 'documents' | 'clock' | 'random'
> & {
  readonly notify: Notify;
  readonly mailTo: MailTo;
};

interface Message {
  /** Whether the document is attached. */
  isAttached(recipient: Recipient): boolean;
  tell(recipient: Recipient): Promise<void>;
  /** Sends the copies to additional addresses that are still to be sent. */
  copies(entries: readonly Entry[]): (() => Promise<void>)[];
}

/**
 * Notifies everyone of the end, each once: the ledger records who was notified, so a retry continues where it
 * stopped. An unreachable recipient does not block the others. After the purge time nobody is notified any
 * more.
 */
export const makeDeliver =
  (ports: DeliverPorts, settings: DeliverSettings) =>
  async ({ envelopeId }: DeliverTask): Promise<DeliverResult> => {
    const envelope = await ports.ledger.load(envelopeId);
    const at = purgeAt(envelope);
    if (at === undefined) throw new Error(`${envelopeId} has not ended`);
    if (!isRemoved(envelope, ports.clock.now())) {
      await notifyAll(
        ports,
        envelope as Completed | Stopped,
        await messageOf(ports, settings, envelope),
      );
    }
    return { purgeAt: at };
  };

async function messageOf(
  ports: DeliverPorts,
  settings: DeliverSettings,
  envelope: Envelope,
): Promise<Message> {
  if (envelope.status === 'completed')
    return completedMessage(ports, settings, envelope, await signedCopy(ports.documents, envelope));
  const { sendStopped } = await import('./stopped-notice.ts');
  return {
    isAttached: () => false,
    copies: () => [],
    tell: (recipient) => sendStopped(ports.notify, settings.brand, envelope as Stopped, recipient),
  };
}

function completedMessage(
  ports: DeliverPorts,
  settings: DeliverSettings,
  envelope: Completed,
  copy: Attachment | undefined,
): Message {
  const attachedFor = ({ channel }: Recipient) => (copy && channel.kind === 'email' ? [copy] : []);
  const isAttached = (recipient: Recipient) => attachedFor(recipient).length > 0;
  const { timeZone } = settings.brand;
  return {
    isAttached,
    copies: (entries) =>
      unsentCopies(envelope, entries).map(
        (one) => () => sendCopy(ports, timeZone, envelope, one, copy),
      ),
    tell: async (recipient) => {
      const attached = isAttached(recipient);
      const facts = await completedFacts(ports, settings, envelope, recipient, attached);
      await ports.notify(envelope, recipient, 'completed', facts, attachedFor(recipient));
    },
  };
}

async function notifyAll(
  ports: DeliverPorts,
  envelope: Completed | Stopped,
  message: Message,
): Promise<void> {
  const faults: unknown[] = [];
  const entries = await ports.ledger.entries(envelope.id);
  const { perhapsInvited, recipients } = pendingRecipients(envelope, entries);
  const sendings = [
    ...perhapsInvited.map((party) => async () => {
      const isInvited = await mayHoldLink(ports, envelope, entries, party.id);
      if (isInvited) await notifyOne(ports, envelope, party, message);
    }),
    ...recipients.map((recipient) => () => notifyOne(ports, envelope, recipient, message)),
    ...message.copies(entries),
  ];
  for (const send of sendings) await send().catch((error) => faults.push(error));
  if (faults.length > 0) throw faults[0];
}

async function notifyOne(
  ports: DeliverPorts,
  envelope: Completed | Stopped,
  recipient: Recipient,
  { tell, isAttached }: Message,
): Promise<void> {
  const { ledger, clock } = ports;
  const { id: to, round } = recipient;
  try {
    await sendOnce(ports, envelope, { to, occasion: 'end' }, () => tell(recipient));
  } catch (error) {
    const notice = envelope.status === 'completed' ? 'delivery' : 'notice';
    const failure = { to, notice, ...(round !== undefined && { round }) } as const;
    return sendingFailed(ports, envelope.id, failure, error);
  }
  const attached = isAttached(recipient);
  for (const told of notifiedBy(envelope, recipient)) {
    const data = { to: told, attached };
    await ledger.change(envelope.id, bySystem('deliver', clock.now()), (current) =>
      delivered(current, data),
    );
  }
}
