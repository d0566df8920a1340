import type { OwnEvent } from '../../shared/contract/feedback.ts';
import { unlessUnknown } from '../../shared/domain/errors.ts';
import type { EntryType } from '../../shared/domain/ledger/entries.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import type { Ports } from '../../shared/ports/ports.ts';

interface Told<T extends EntryType> {
  readonly entries: readonly Entry[];
  readonly entry: Entry<T>;
}

/** The entry that an event refers to, with its ledger; undefined if it has another type or does not exist. */
export async function toldEntry<T extends EntryType>(
  { ledger }: Pick<Ports, 'ledger'>,
  { detail: { metadata } }: OwnEvent,
  type: T,
): Promise<Told<T> | undefined> {
  const { envelopeId, id } = metadata;
  const entries = await ledger.entries(envelopeId).catch(unlessUnknown);
  const entry = entries?.[Number(id.slice(envelopeId.length + 1))];
  return entries && entry?.type === type ? { entries, entry: entry as Entry<T> } : undefined;
}
