import type { BatchRuns } from '../../ports/batches.ts';
import { whenNeeded } from '../../ports/when-needed.ts';

/** Step Functions, imported on first use. */
export const batchRunsWhenNeeded = (env: { BATCH_MACHINE_ARN: string }): BatchRuns =>
  whenNeeded<BatchRuns>({ start: true }, async () =>
    (await import('./sfn-batch-runs.ts')).sfnBatchRuns(env),
  );
