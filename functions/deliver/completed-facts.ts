import {
  briefInstant,
  writtenDays,
  writtenInstant,
} from '../../shared/contract/dates/written-instant.ts';
import { type Completed, partyOf } from '../../shared/domain/envelope/envelope.ts';
import { purgeAt } from '../../shared/domain/envelope/retention.ts';
import { mintLink } from '../../shared/messages/mint-link.ts';
import { type NoticeFacts, type Recipient, requestUrl } from '../../shared/messages/notice.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { DeliverSettings } from './deliver-settings.ts';

/** A party gets a new link; the sender, who must not have one, a link to the console. */
export async function completedFacts(
  ports: Pick<Ports, 'links' | 'random'>,
  settings: DeliverSettings,
  envelope: Completed,
  recipient: Recipient,
  attached: boolean,
): Promise<NoticeFacts['completed']> {
  const until = purgeAt(envelope)!;
  const { language } = recipient;
  const { timeZone } = settings.brand;
  return {
    link:
      recipient.id === 'sender'
        ? requestUrl(settings.brand, envelope.id)
        : await mintLink(ports, settings.brand.appUrl, envelope, partyOf(envelope, recipient.id)),
    until: writtenInstant(until, language, timeZone),
    untilBrief: briefInstant(until, language, timeZone),
    days: writtenDays(envelope.documentDays, language),
    verifyUrl: `${settings.verifierUrl}/v/${envelope.id}`,
    attached,
  };
}
