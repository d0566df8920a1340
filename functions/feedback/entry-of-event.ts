import type { OwnEvent } from '../../shared/contract/feedback.ts';
import { ignoreUnknown } from '../../shared/domain/errors.ts';
import type { EntryType } from '../../shared/domain/ledger/entries.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import type { Ports } from '../../shared/ports/ports.ts';

interface EntryOfEvent<T extends EntryType> {
  readonly entries: readonly Entry[];
  readonly entry: Entry<T>;
}

/** The entry that an event refers to, with its ledger; undefined if it has another type or does not exist. */
export async function entryOfEvent<T extends EntryType>(
  { ledger }: Pick<Ports, 'ledger'>,
  { detail: { metadata } }: OwnEvent,
  type: T,
): Promise<EntryOfEvent<T> | undefined> {
  const { envelopeId, id } = metadata;
  const entries = await ledger.entries(envelopeId).catch(ignoreUnknown);
  const entry = entries?.[Number(id.slice(envelopeId.length + 1))];
  return entries && entry?.type === type ? { entries, entry: entry as Entry<T> } : undefined;
}
