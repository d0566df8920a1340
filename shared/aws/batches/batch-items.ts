import type { Batch, BatchRow } from '../../domain/batch/batch.ts';
import { timeToLive } from '../../domain/envelope/retention.ts';

/** `row` of the item that is the batch itself; a spreadsheet's rows begin at 1. */
export const HEAD = 0;

/** Table `Batches`: one item a batch, and one for each row that was taken. */
export interface HeadItem extends Omit<Batch, 'owner' | 'expiresAt'> {
  readonly row: typeof HEAD;
  /** Partition of the index `owner-created`. */
  readonly owner: string;
  /** Partition of the index `all-created`. */
  readonly all: typeof ALL;
  /** Its place in both: when it was made, and its id. */
  readonly place: string;
  readonly sender: Batch['owner'];
  readonly keptUntil: string;
  /** Epoch seconds. */
  readonly expiresAt: number;
}

export interface RowItem extends BatchRow {
  readonly id: string;
  readonly expiresAt: number;
}

export const ALL = 'all';

export const headItem = ({ owner, expiresAt, ...batch }: Batch): HeadItem => ({
  ...batch,
  row: HEAD,
  owner: owner.subject,
  all: ALL,
  place: `${batch.createdAt}#${batch.id}`,
  sender: owner,
  keptUntil: expiresAt,
  expiresAt: timeToLive(expiresAt),
});

export const batchIn = ({
  row: _,
  owner: __,
  all: ___,
  place: ____,
  sender,
  keptUntil,
  ...batch
}: HeadItem): Batch => ({ ...batch, owner: sender, expiresAt: keptUntil });

export const rowItem = (
  { id, expiresAt }: Pick<Batch, 'id' | 'expiresAt'>,
  row: BatchRow,
): RowItem => ({
  ...row,
  id,
  expiresAt: timeToLive(expiresAt),
});

export const rowIn = ({ id: _, expiresAt: __, ...row }: RowItem): BatchRow => row;
