import type { Channel } from '../../../shared/domain/envelope/party.ts';
import { Refusal } from '../../../shared/domain/errors.ts';

type Contacts = readonly { readonly name: string; readonly channel: Channel }[];

/**
 * Text messages cost money: only to mobile phones, in the countries of the config (`+39`, `+49`). The
 * world's numbering plans are read by the first request that may need them, not by a cold start.
 */
export async function textMessagesTo(
  prefixes: readonly string[],
): Promise<(contacts: Contacts) => void> {
  const { isMobileNumber } = await import('../../../shared/phone/mobile-number.ts');
  return (contacts) => {
    for (const { name, channel } of contacts) {
      if (channel.kind !== 'sms') continue;
      const served = prefixes.some((prefix) => channel.number.startsWith(prefix));
      if (!served) throw new Refusal('country_not_served', { name });
      if (!isMobileNumber(channel.number)) throw new Refusal('number_not_mobile', { name });
    }
  };
}
