import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type ExecutionStatus,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { InviteResult } from '../../contract/tasks.ts';
import { executionName } from '../../domain/transitions/stalling.ts';
import type { Workflow } from '../../ports/workflow.ts';

/** Module-scope client, shared by the calls of a warm function. */
const sfn = new SFNClient({});

type WorkflowStatus = Awaited<ReturnType<Workflow['status']>>;

const STATUSES: Record<ExecutionStatus, WorkflowStatus> = {
  RUNNING: 'running',
  PENDING_REDRIVE: 'running',
  SUCCEEDED: 'ended',
  FAILED: 'failed',
  TIMED_OUT: 'failed',
  ABORTED: 'failed',
};

export const sfnWorkflow = ({ MACHINE_ARN }: { MACHINE_ARN: string }): Workflow => ({
  start: (envelopeId, execution) => start(MACHINE_ARN, envelopeId, execution),
  resume,
  status: (envelopeId, execution) => status(MACHINE_ARN, executionName(envelopeId, execution)),
});

/** Ends waits of any state machine; the token identifies it. */
export const sfnTaskTokens: Pick<Workflow, 'resume'> = { resume };

async function start(machineArn: string, envelopeId: string, execution?: number): Promise<void> {
  const command = new StartExecutionCommand({
    stateMachineArn: machineArn,
    name: executionName(envelopeId, execution),
    input: JSON.stringify({ envelopeId }),
  });
  try {
    await sfn.send(command);
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error;
  }
}

/** The wait has ended, timed out, or was replaced. */
const isSettled = (error: unknown): boolean =>
  error instanceof TaskTimedOut ||
  error instanceof TaskDoesNotExist ||
  error instanceof InvalidToken;

async function resume(taskToken: string, outcome: InviteResult['outcome']): Promise<boolean> {
  const output: InviteResult = { outcome };
  const command = new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) });
  try {
    await sfn.send(command);
    return true;
  } catch (error) {
    if (isSettled(error)) return false;
    throw error;
  }
}

async function status(machineArn: string, name: string): Promise<WorkflowStatus> {
  const executionArn = `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
  try {
    const described = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    return STATUSES[described.status!];
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return 'none';
    throw error;
  }
}
