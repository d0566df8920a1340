import type { OwnEvent } from '../../shared/contract/feedback.ts';
import { folded } from '../../shared/domain/envelope/fold.ts';
import { linkRowExpiry } from '../../shared/domain/envelope/retention.ts';
import { failureKey } from '../../shared/domain/envelope/undelivered.ts';
import type { MailTo } from '../../shared/messages/mail-to.ts';
import { senderOf } from '../../shared/messages/notice.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { entryOfEvent } from './entry-of-event.ts';
import { mailSenderOnce } from './mail-sender-once.ts';
import type { Outcome } from './report.ts';
import { warningOf } from './warning-of.ts';

type Deps = Pick<Ports, 'ledger' | 'claims' | 'clock' | 'random'> & { readonly mailTo: MailTo };

/**
 * Mails the sender that a message failed: once per message, though the event may be delivered twice.
 * Triggered by the ledger's event, so that failures found at sending and by delivery reports are treated
 * alike.
 */
export const makeWarnSender =
  (ports: Deps) =>
  async (event: OwnEvent): Promise<Outcome> => {
    const told = await entryOfEvent(ports, event, 'delivery.failed');
    if (!told) return 'not ours';
    const { entries, entry } = told;
    const envelope = folded(entries);
    const warning = warningOf(envelope, entries, entry);
    if (!warning) return 'nothing to do';
    const occasion = `warning ${entry.data.message ?? failureKey(entry.data)}`;
    const message = { envelopeId: envelope.id, to: 'sender', occasion };
    const once = { message, expiresAt: linkRowExpiry(envelope) };
    const isWarned = await mailSenderOnce(ports, envelope, once, () =>
      ports.mailTo(envelope, senderOf(envelope), 'undelivered', warning),
    );
    return isWarned ? 'warned' : 'nothing to do';
  };
