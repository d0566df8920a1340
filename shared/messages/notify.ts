import type { Notice } from '../domain/entries.ts';
import type { Envelope } from '../domain/envelope.ts';
import type { Attachment, Ports } from '../ports.ts';
import { composeMail } from './compose-mail.ts';
import { composeText } from './compose-text.ts';
import type { Brand, Common, NoticeFacts, NoticeKind, Recipient } from './notice.ts';

/** How the ledger and a mail's tags name each kind of message. */
const NOTICE: Readonly<Record<NoticeKind, Notice>> = {
  invitation: 'invitation',
  reminder: 'reminder',
  code: 'code',
  completed: 'delivery',
  declined: 'notice',
  voided: 'notice',
  expired: 'notice',
  failed: 'notice',
};

export type Notify = <K extends NoticeKind>(
  envelope: Envelope,
  recipient: Recipient,
  kind: K,
  facts: NoticeFacts[K],
  attachments?: readonly Attachment[],
) => Promise<void>;

/**
 * Sends one message by the recipient's own channel, in their language. Rejects with `Undeliverable`
 * if it can never arrive. Attachments go with mails only.
 */
export const makeNotify =
  ({ mailer, textMessages }: Pick<Ports, 'mailer' | 'textMessages'>, brand: Brand): Notify =>
  async (envelope, recipient, kind, facts, attachments = []) => {
    const { channel, language, name, id } = recipient;
    const all = { ...commonFacts(envelope, recipient, brand), ...facts };
    if (channel.kind === 'sms') {
      return textMessages.send(channel.number, composeText(kind, all, language, brand));
    }
    return mailer.send({
      ...composeMail(kind, all, language, brand),
      to: { name, address: channel.address },
      tags: { envelope: envelope.id, party: id, notice: NOTICE[kind] },
      attachments,
    });
  };

const commonFacts = (
  { owner, title }: Envelope,
  { name }: Recipient,
  { company }: Brand,
): Common => ({ company, sender: owner.name, title, recipient: name });
