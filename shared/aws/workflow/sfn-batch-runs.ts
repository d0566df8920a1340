import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { batchExecutionName } from '../../domain/batch/batch-id.ts';
import type { BatchRuns } from '../../ports/batches.ts';

const sfn = new SFNClient({});

export const sfnBatchRuns = ({
  BATCH_MACHINE_ARN: stateMachineArn,
}: {
  BATCH_MACHINE_ARN: string;
}): BatchRuns => ({
  start: async (batchId, run) => {
    const name = batchExecutionName(batchId, run);
    const input = JSON.stringify({ batchId, run, after: 0 });
    try {
      await sfn.send(new StartExecutionCommand({ stateMachineArn, name, input }));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  },
});
