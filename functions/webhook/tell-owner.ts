import { writtenInstant } from '../../shared/contract/dates/written-instant.ts';
import type { Endpoint } from '../../shared/domain/webhook/endpoint.ts';
import { mailSender } from '../../shared/messages/mail-sender.ts';
import { type Brand, type NoticeFacts, webhooksUrl } from '../../shared/messages/notice.ts';
import { sendOnceUntil } from '../../shared/messages/send-once.ts';
import { Undeliverable } from '../../shared/ports/messages.ts';
import type { Ports } from '../../shared/ports/ports.ts';

export type TellOwner = (endpoint: Endpoint) => Promise<void>;

type Deps = Pick<Ports, 'mailer' | 'claims' | 'clock' | 'random'>;

const KNOWN_SECONDS = 30 * 86_400;

/** Mails whoever registered an endpoint that it was switched off: once each time, in that person's language. */
export const makeTellOwner =
  (ports: Deps, brand: Brand): TellOwner =>
  async (endpoint) => {
    const { id, off, failingSince } = endpoint;
    if (!off) return;
    const message = { envelopeId: `webhook-${id}`, to: 'sender', occasion: `off-${failingSince}` };
    const expiresAt = Math.floor(ports.clock.now().getTime() / 1000) + KNOWN_SECONDS;
    const told = sendOnceUntil(ports, message, expiresAt, () => mail(ports, brand, endpoint));
    await told.catch(unlessUndeliverable);
  };

/** Nobody reads that address: the console says it all the same. */
function unlessUndeliverable(error: unknown): void {
  if (!(error instanceof Undeliverable)) throw error;
}

async function mail(
  { mailer }: Pick<Ports, 'mailer'>,
  brand: Brand,
  { id, owner, ...endpoint }: Endpoint,
): Promise<void> {
  const { composeMail } = await import('../../shared/messages/compose-mail.ts');
  const { name, email, language } = owner;
  const common = { company: brand.company, sender: name, title: '', recipient: name };
  const facts = { ...common, isSender: true, ...factsOf(endpoint, owner.language, brand) };
  await mailer.send({
    ...composeMail('webhookOff', facts, language, brand),
    ...mailSender({ owner }, { name, channel: { kind: 'email', address: email } }, brand),
    to: { name, address: email },
    tags: { notice: 'warning', webhook: id },
    attachments: [],
  });
}

const factsOf = (
  { url, off, failingSince }: Pick<Endpoint, 'url' | 'off' | 'failingSince'>,
  language: Endpoint['owner']['language'],
  brand: Brand,
): NoticeFacts['webhookOff'] => ({
  host: new URL(url).host,
  isGone: off?.because === 'gone',
  since: writtenInstant(failingSince ?? off?.at ?? '', language, brand.timeZone),
  listUrl: webhooksUrl(brand),
});
