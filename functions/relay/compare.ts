import { daysAfter, type Retention, timeToLive } from '../../shared/domain/envelope/retention.ts';
import type { Ledger, LedgerHeads } from '../../shared/ports/ledger.ts';
import type { ListedState } from '../../shared/ports/lists.ts';
import type { Project } from './project.ts';

/**
 * Updates a list row that differs from its ledger, because a stream record was lost or it was written by an
 * earlier release or under other settings. A correct row costs half a read unit. The updated row's `dueAt`
 * then triggers the repair.
 */
export const makeCompare =
  (
    { ledger }: { ledger: LedgerHeads & Pick<Ledger, 'load'> },
    project: Project,
    retention: Retention,
  ) =>
  async (row: ListedState): Promise<void> => {
    const newest = await ledger.newestSeq(row.id);
    if (newest === undefined || isInOrder(row, newest, retention)) return;
    await project(await ledger.load(row.id));
  };

function isInOrder(row: ListedState, newest: number, { draftDays }: Retention): boolean {
  if (!row.isCurrent || !row.isNamed || !row.hasWords || row.seq < newest) return false;
  if (row.status !== 'draft') return row.dueAt !== undefined;
  return row.expiresAt === timeToLive(daysAfter(row.createdAt, draftDays));
}
