import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import { type Entry, ledgerFile } from '../../shared/domain/ledger/ledger.ts';
import type { Archive } from '../../shared/ports/documents.ts';

export type ArchiveCompleted = (envelope: Envelope, entries: readonly Entry[]) => Promise<void>;

/**
 * Copies the signed file and its ledger up to now, before anyone is told that it is complete. What fails is
 * tried again with the entry, for a day, and then rings.
 */
export const makeArchiveCompleted =
  (archive: Pick<Archive, 'keep'>): ArchiveCompleted =>
  async (envelope, entries) => {
    // Purged meanwhile: then there is nothing left to copy.
    if (envelope.status !== 'completed') return;
    await archive.keep(envelope.id, { key: envelope.file.key, ledger: ledgerFile(entries) });
  };
