import type { EntryType } from '../../shared/domain/entries.ts';
import type { Entry } from '../../shared/domain/ledger.ts';

/** After these a message may have arrived again. */
const ANEW: readonly EntryType[] = ['invited', 're-sent', 'contact.corrected', 'opened'];

/** When the last message to a party turned out not to arrive; nothing since says that one did. */
export function undeliveredAt(party: string, entries: readonly Entry[]): string | undefined {
  const last = entries.findLast(
    ({ type, data }) =>
      (type === 'delivery.failed' && 'to' in data && data.to === party) ||
      (ANEW.includes(type) && 'party' in data && data.party === party),
  );
  return last?.type === 'delivery.failed' ? last.at : undefined;
}
