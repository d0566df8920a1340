import { Refusal } from '../../shared/domain/errors.ts';
import type { Channel } from '../../shared/domain/party.ts';
import { isMobileNumber } from '../../shared/phone/mobile-number.ts';

/** Text messages cost money: they go to mobile phones only, where the company said: `+39`, `+49`. */
export function assertTextable(
  contacts: readonly { readonly name: string; readonly channel: Channel }[],
  prefixes: readonly string[],
): void {
  for (const { name, channel } of contacts) {
    if (channel.kind !== 'sms') continue;
    const served = prefixes.some((prefix) => channel.number.startsWith(prefix));
    if (!served) throw new Refusal('country_not_served', { name });
    if (!isMobileNumber(channel.number)) throw new Refusal('number_not_mobile', { name });
  }
}
