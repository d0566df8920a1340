import type { DeliverResult, DeliverTask } from '../../shared/contract/tasks.ts';
import { delivered, deliveryFailed } from '../../shared/domain/closing.ts';
import type { Completed, Envelope, Stopped } from '../../shared/domain/envelope.ts';
import { purgeAt } from '../../shared/domain/retention.ts';
import type { Recipient } from '../../shared/messages/notice.ts';
import type { Notify } from '../../shared/messages/notify.ts';
import { type Attachment, type Ports, Undeliverable } from '../../shared/ports.ts';
import { completedFacts } from './completed-facts.ts';
import type { DeliverSettings } from './deliver-settings.ts';
import { recipientsLeft } from './recipients.ts';
import { signedCopy } from './signed-copy.ts';
import { sendStopped } from './stopped-notice.ts';

export type DeliverPorts = Pick<Ports, 'ledger' | 'access' | 'documents' | 'clock' | 'random'> & {
  notify: Notify;
};

/** Tells one recipient; answers whether the document went with it. */
type Tell = (recipient: Recipient) => Promise<boolean>;

/**
 * Tells everyone how the envelope ended, each once: the ledger knows who was told, so a try after a
 * crash goes on where it stopped. One who cannot be reached keeps nobody else waiting.
 */
export const makeDeliver =
  (ports: DeliverPorts, settings: DeliverSettings) =>
  async ({ envelopeId }: DeliverTask): Promise<DeliverResult> => {
    const envelope = await ports.ledger.load(envelopeId);
    const at = purgeAt(envelope);
    if (at === undefined) throw new Error(`${envelopeId} has not ended`);
    if (envelope.status !== 'purged') {
      await tellAll(
        ports,
        envelope as Completed | Stopped,
        await telling(ports, settings, envelope),
      );
    }
    return { purgeAt: at };
  };

async function telling(
  ports: DeliverPorts,
  settings: DeliverSettings,
  envelope: Envelope,
): Promise<Tell> {
  if (envelope.status !== 'completed') {
    return (recipient) => sendStopped(ports.notify, settings.brand, envelope as Stopped, recipient);
  }
  const copy = await signedCopy(ports.documents, envelope);
  return (recipient) => sendCompleted(ports, settings, envelope, recipient, copy);
}

async function sendCompleted(
  ports: DeliverPorts,
  settings: DeliverSettings,
  envelope: Completed,
  recipient: Recipient,
  copy: Attachment | undefined,
): Promise<boolean> {
  const attached = copy !== undefined && recipient.channel.kind === 'email';
  const facts = await completedFacts(ports, settings, envelope, recipient, attached);
  await ports.notify(envelope, recipient, 'completed', facts, attached ? [copy] : []);
  return attached;
}

async function tellAll(
  ports: DeliverPorts,
  envelope: Completed | Stopped,
  tell: Tell,
): Promise<void> {
  const faults: unknown[] = [];
  for (const recipient of recipientsLeft(envelope, await ports.ledger.entries(envelope.id))) {
    await tellOne(ports, envelope, recipient, tell).catch((error) => faults.push(error));
  }
  if (faults.length > 0) throw faults[0];
}

async function tellOne(
  { ledger, clock }: DeliverPorts,
  { id, status }: Completed | Stopped,
  recipient: Recipient,
  tell: Tell,
): Promise<void> {
  const to = recipient.id;
  try {
    const attached = await tell(recipient);
    await ledger.change(id, (current) => delivered(current, { to, attached }, clock.now()));
  } catch (error) {
    if (!(error instanceof Undeliverable)) throw error;
    const notice = status === 'completed' ? 'delivery' : 'notice';
    const failure = { to, notice, reason: 'undeliverable' } as const;
    await ledger.change(id, () => deliveryFailed(failure, clock.now()));
  }
}
