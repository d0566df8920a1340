import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Redeliveries } from '../../ports/webhooks.ts';

/** Module-scope client. */
const sfn = new SFNClient({});

export const sfnRedeliveries = ({ REDELIVERY_ARN }: { REDELIVERY_ARN: string }): Redeliveries => ({
  start: async (name, redelivery) => {
    const command = new StartExecutionCommand({
      stateMachineArn: REDELIVERY_ARN,
      name,
      input: JSON.stringify(redelivery),
    });
    try {
      await sfn.send(command);
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  },
});
