import type { OwnEvent } from '../../shared/contract/feedback.ts';
import { type Envelope, folded } from '../../shared/domain/envelope/envelope.ts';
import { failureKey } from '../../shared/domain/envelope/undelivered.ts';
import { unlessUnknown } from '../../shared/domain/errors.ts';
import type { MailTo } from '../../shared/messages/mail-to.ts';
import { type NoticeFacts, senderOf } from '../../shared/messages/notice.ts';
import { sendOnce } from '../../shared/messages/send-once.ts';
import { sendingFailed } from '../../shared/messages/sending-failed.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { Outcome } from './report.ts';
import { warningOf } from './warning-of.ts';

type Deps = Pick<Ports, 'ledger' | 'claims' | 'clock' | 'random'> & { mailTo: MailTo };

/**
 * Mails the sender that a message of hers failed: once a message, though the event may come twice. It
 * is read in the ledger, so that all who find a message undeliverable are heard alike.
 */
export const makeWarnSender =
  (ports: Deps) =>
  async ({ detail: { metadata } }: OwnEvent): Promise<Outcome> => {
    const { envelopeId, id } = metadata;
    const entries = await ports.ledger.entries(envelopeId).catch(unlessUnknown);
    const entry = entries?.[Number(id.slice(envelopeId.length + 1))];
    if (!entries || entry?.type !== 'delivery.failed') return 'not ours';
    const envelope = folded(entries);
    const warning = warningOf(envelope, entries, entry);
    if (!warning) return 'nothing to do';
    const occasion = `warning ${entry.data.message ?? failureKey(entry.data)}`;
    return warn(ports, envelope, occasion, warning);
  };

/** A warning that cannot be sent is in the ledger, and nobody is warned of that. */
async function warn(
  ports: Deps,
  envelope: Envelope,
  occasion: string,
  warning: NoticeFacts['undelivered'],
): Promise<Outcome> {
  const to = 'sender';
  let outcome: Outcome = 'nothing to do';
  try {
    await sendOnce(ports, envelope, { to, occasion }, async () => {
      await ports.mailTo(envelope, senderOf(envelope), 'undelivered', warning);
      outcome = 'warned';
    });
  } catch (error) {
    await sendingFailed(ports, envelope.id, { to, notice: 'warning', occasion }, error);
  }
  return outcome;
}
