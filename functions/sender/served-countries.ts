import { Refusal } from '../../shared/domain/errors.ts';
import type { Channel } from '../../shared/domain/party.ts';

/** Text messages cost money and go only where the company said: `prefixes` such as `+39`. */
export function assertServed(
  contacts: readonly { readonly name: string; readonly channel: Channel }[],
  prefixes: readonly string[],
): void {
  for (const { name, channel } of contacts) {
    if (channel.kind !== 'sms') continue;
    const served = prefixes.some((prefix) => channel.number.startsWith(prefix));
    if (!served) throw new Refusal('country_not_served', { name });
  }
}
