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
 * Sends one message by the recipient's own channel, in their language. Rejects with `Undeliverable`
 * if it can never arrive; where that turns out later, a mail's tags or a text's row say whose it was.
 * A text that went without its row went all the same: `onLostRow` is told, and nobody else. Attachments
 * go with mails only.
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
