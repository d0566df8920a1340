import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import { type Entry, ledgerFile } from '../../shared/domain/ledger/ledger.ts';
import type { Archive } from '../../shared/ports/documents.ts';

export type ArchiveCompleted = (envelope: Envelope, entries: readonly Entry[]) => Promise<void>;

/**
 * Copies the signed file and its ledger to the archive before the completion is published. Failures are
 * retried with the stream record for a day, then raise an alarm.
 */
export const makeArchiveCompleted =
  (archive: Pick<Archive, 'keep'>): ArchiveCompleted =>
  async (envelope, entries) => {
    // Purged in the meantime: nothing left to copy.
    if (envelope.status !== 'completed') return;
    await archive.keep(envelope.id, { key: envelope.file.key, ledger: ledgerFile(entries) });
  };
