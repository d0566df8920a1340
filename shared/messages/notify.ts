import type { Notice } from '../domain/entries.ts';
import type { Envelope } from '../domain/envelope.ts';
import { textRowExpiry } from '../domain/retention.ts';
import type { Attachment, Ports } from '../ports.ts';
import { composeMail } from './compose-mail.ts';
import { composeText } from './compose-text.ts';
import {
  type Brand,
  type Common,
  type NoticeFacts,
  type NoticeKind,
  type Recipient,
  requestUrl,
} from './notice.ts';

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
 * if it can never arrive; where that turns out later, a mail's tags or a text's row say whose it was.
 * A text that went without its row went all the same: `onLostRow` is told, and nobody else. Attachments
 * go with mails only.
 */
export const makeNotify =
  (
    {
      mailer,
      textMessages,
      access,
      clock,
    }: Pick<Ports, 'mailer' | 'textMessages' | 'access' | 'clock'>,
    brand: Brand,
    onLostRow: (fault: unknown) => void = () => {},
  ): Notify =>
  async (envelope, recipient, kind, facts, attachments = []) => {
    const { channel, language, name, id } = recipient;
    const all = { ...commonFacts(envelope, recipient, brand), ...facts };
    const notice = NOTICE[kind];
    if (channel.kind === 'sms') {
      const text = composeText(kind, all, language, brand);
      const messageId = await textMessages.send(channel.number, text);
      const sent = { envelopeId: envelope.id, party: id, notice };
      return access.putText(messageId, sent, textRowExpiry(clock.now())).catch(onLostRow);
    }
    return mailer.send({
      ...composeMail(kind, all, language, brand),
      to: { name, address: channel.address },
      tags: { envelope: envelope.id, party: id, notice },
      attachments,
    });
  };

const commonFacts = (
  { id, owner, title }: Envelope,
  { id: to, name }: Recipient,
  brand: Brand,
): Common => ({
  ...{ company: brand.company, sender: owner.name, title, recipient: name },
  ...(to === 'sender' && { requestUrl: requestUrl(brand, id) }),
});
