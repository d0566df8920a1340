import type { Batch, BatchRow } from '../domain/batch/batch.ts';
import type { Page } from './lists.ts';

/** Batches and what became of their rows; expired ones are not returned even if not deleted yet. */
export interface Batches {
  /** Strongly consistent. */
  find(id: string): Promise<Batch | undefined>;
  /** False, and nothing is written, unless the one before it (by `seq`) stands there. */
  put(batch: Batch): Promise<boolean>;
  /** Newest first; without an owner everybody's. */
  list(query: {
    readonly owner?: string;
    readonly limit: number;
    readonly cursor?: string;
  }): Promise<Page<Batch>>;
  /** Those that were taken, in order; strongly consistent. */
  rows(id: string): Promise<readonly BatchRow[]>;
  /** As `put`, of one row of the batch. */
  putRow(batch: Pick<Batch, 'id' | 'expiresAt'>, row: BatchRow): Promise<boolean>;
}

/** Executions that take the rows of a batch. */
export interface BatchRuns {
  /** Starts the execution of that number. Idempotent. */
  start(batchId: string, run: number): Promise<void>;
}
