import type { Envelope } from '../domain/envelope/envelope.ts';
import { isOwner } from '../domain/envelope/is-owner.ts';
import type { Notice } from '../domain/ledger/entries.ts';
import type { Attachment } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { mailSender } from './mail-sender.ts';
import {
  type Brand,
  type Common,
  type MailRecipient,
  type NoticeFacts,
  type NoticeKind,
  type Recipient,
  requestUrl,
} from './notice.ts';

/** The name of each kind of message in ledger and tags. */
const NOTICE: Readonly<Record<NoticeKind, Notice>> = {
  invitation: 'invitation',
  reminder: 'reminder',
  code: 'code',
  completed: 'delivery',
  copy: 'copy',
  declined: 'notice',
  voided: 'notice',
  expired: 'notice',
  failed: 'notice',
  undelivered: 'warning',
  notMine: 'warning',
  locked: 'warning',
  handedOver: 'warning',
  webhookOff: 'warning',
};

/** Tags by which a delivery report is matched to this message. */
export interface MessageTags {
  readonly envelope: string;
  readonly party: string;
  readonly notice: Notice;
  /** Only for parties. */
  readonly round?: number;
  readonly message: string;
}

/** 128 random bits. */
const MESSAGE_BYTES = 16;

export const tagsOf = (
  envelope: Envelope,
  { id, round }: Recipient,
  kind: NoticeKind,
  random: Ports['random'],
): MessageTags => ({
  envelope: envelope.id,
  party: id,
  notice: NOTICE[kind],
  ...(round !== undefined && { round }),
  message: Buffer.from(random(MESSAGE_BYTES)).toString('hex'),
});

export type MailTo = <K extends NoticeKind>(
  envelope: Envelope,
  recipient: MailRecipient,
  kind: K,
  facts: NoticeFacts[K],
  attachments?: readonly Attachment[],
) => Promise<void>;

/**
 * Sends a mail in the recipient's language. Rejects with `Undeliverable` for a permanent failure. The texts
 * are imported on first use.
 */
export const makeMailTo =
  ({ mailer, random }: Pick<Ports, 'mailer' | 'random'>, brand: Brand): MailTo =>
  async (envelope, recipient, kind, facts, attachments = []) => {
    const { composeMail } = await import('./compose-mail.ts');
    const { name, language, channel } = recipient;
    const all = { ...commonFacts(envelope, recipient, brand), ...facts };
    return mailer.send({
      ...composeMail(kind, all, language, brand),
      ...mailSender(envelope, recipient, brand),
      to: { name, address: channel.address },
      tags: withoutNumbers(tagsOf(envelope, recipient, kind, random)),
      attachments,
    });
  };

const withoutNumbers = (tags: MessageTags): Record<string, string> =>
  Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, String(value)]));

export const commonFacts = (envelope: Envelope, recipient: Recipient, brand: Brand): Common => ({
  ...{ company: brand.company, sender: envelope.owner.name, title: envelope.title },
  recipient: recipient.name,
  ...(isOwner(envelope, recipient) && { isSender: true }),
  ...(recipient.id === 'sender' && { requestUrl: requestUrl(brand, envelope.id) }),
});
