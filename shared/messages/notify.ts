import type { Envelope } from '../domain/envelope/envelope.ts';
import type { Channel } from '../domain/envelope/party.ts';
import { textRowExpiry } from '../domain/envelope/retention.ts';
import type { Attachment } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { commonFacts, makeMailTo, tagsOf } from './mail-to.ts';
import type { Brand, NoticeFacts, PartyNotice, Recipient } from './notice.ts';

export type Notify = <K extends PartyNotice>(
  envelope: Envelope,
  recipient: Recipient,
  kind: K,
  facts: NoticeFacts[K],
  attachments?: readonly Attachment[],
) => Promise<void>;

type Deps = Pick<Ports, 'mailer' | 'textMessages' | 'sentTexts' | 'clock' | 'random'>;

/**
 * Sends a message through the recipient's channel, in their language. Rejects with `Undeliverable` for a
 * permanent failure; later failures are matched by a mail's tags or a text message's stored row. If only
 * storing that row fails, the message counts as sent and `onLostRow` is called. Attachments are for mails
 * only.
 */
export function makeNotify(
  ports: Deps,
  brand: Brand,
  onLostRow: (fault: unknown) => void = () => {},
): Notify {
  const mailTo = makeMailTo(ports, brand);
  const textTo = makeTextTo(ports, brand, onLostRow);
  return (envelope, recipient, kind, facts, attachments) => {
    const { channel } = recipient;
    return channel.kind === 'sms'
      ? textTo(envelope, { ...recipient, channel }, kind, facts)
      : mailTo(envelope, { ...recipient, channel }, kind, facts, attachments);
  };
}

const makeTextTo =
  (
    { textMessages, sentTexts, clock, random }: Deps,
    brand: Brand,
    onLostRow: (fault: unknown) => void,
  ) =>
  async <K extends PartyNotice>(
    envelope: Envelope,
    recipient: Recipient & { channel: Extract<Channel, { kind: 'sms' }> },
    kind: K,
    facts: NoticeFacts[K],
  ): Promise<void> => {
    const { composeText } = await import('./compose-text.ts');
    const { language, channel } = recipient;
    const all = { ...commonFacts(envelope, recipient, brand), ...facts };
    const text = composeText(kind, all, language, brand);
    const messageId = await textMessages.send(channel.number, text);
    const { envelope: envelopeId, ...tags } = tagsOf(envelope, recipient, kind, random);
    const row = sentTexts.put(messageId, { envelopeId, ...tags }, textRowExpiry(clock.now()));
    await row.catch(onLostRow);
  };
