import type { Channel } from '../../../shared/domain/envelope/party.ts';
import { Refusal } from '../../../shared/domain/errors.ts';

type Contacts = readonly { readonly name: string; readonly channel: Channel }[];

/**
 * Checks that a number is a mobile number in an allowed country, since text messages cost money. The
 * numbering plans are imported on first use, not at cold start.
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
