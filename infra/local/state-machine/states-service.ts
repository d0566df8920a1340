import * as z from 'zod';
import { AwsError } from '../aws/aws-error.ts';
import { jsonService, operation, type Service } from '../aws/wire.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Execution, HistoryEvent } from './execution.ts';
import type { StateMachines } from './state-machines.ts';

const executionArn = z.string();
const taskToken = z.string().min(1).max(2048);
const Status = z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']);

function parseJson(text: string, code: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new AwsError(code, `Invalid JSON: '${text.slice(0, 80)}'`);
  }
}

const seconds = (ms: number) => ms / 1000;

const summary = (execution: Execution) => ({
  executionArn: execution.arn,
  stateMachineArn: execution.stateMachineArn,
  name: execution.name,
  status: execution.status,
  startDate: seconds(execution.startedAt),
  ...(execution.stoppedAt !== undefined && { stopDate: seconds(execution.stoppedAt) }),
});

const description = (execution: Execution) => ({
  ...summary(execution),
  input: JSON.stringify(execution.input),
  ...(execution.output !== undefined && { output: JSON.stringify(execution.output) }),
  ...(execution.error !== undefined && { error: execution.error }),
  ...(execution.cause !== undefined && { cause: execution.cause }),
});

/** Name of the details member of a HistoryEvent, by the suffix of the event's type. */
const detailMembers: [RegExp, (type: string) => string][] = [
  [/StateEntered$/, () => 'stateEnteredEventDetails'],
  [/StateExited$/, () => 'stateExitedEventDetails'],
  [/^(Execution|Task)/, (type) => `${type[0]?.toLowerCase()}${type.slice(1)}EventDetails`],
];

const asText = ([name, value]: [string, Json]): [string, Json] =>
  name === 'input' || name === 'output' ? [name, JSON.stringify(value)] : [name, value];

function historyEvent({ at, type, detail }: HistoryEvent, index: number): JsonObject {
  const member = detailMembers.find(([form]) => form.test(type))?.[1](type);
  return {
    id: index + 1,
    previousEventId: index,
    timestamp: seconds(at),
    type,
    ...(member && { [member]: Object.fromEntries(Object.entries(detail).map(asText)) }),
  };
}

const StartExecution = z.strictObject({
  stateMachineArn: z.string(),
  name: z
    .string()
    .regex(/^[\w-]{1,80}$/)
    .optional(),
  input: z.string().max(262_144).default('{}'),
});
const ListExecutions = z.strictObject({
  stateMachineArn: z.string(),
  statusFilter: Status.optional(),
  maxResults: z.int().min(0).max(1000).optional(),
  nextToken: z.string().optional(),
});
const History = z.strictObject({
  executionArn,
  maxResults: z.int().min(0).max(1000).optional(),
  reverseOrder: z.boolean().default(false),
  includeExecutionData: z.boolean().optional(),
  nextToken: z.string().optional(),
});

/** Pages a list; the token is the index of the next element. */
function page<T>(
  items: readonly T[],
  { maxResults, nextToken }: { maxResults?: number | undefined; nextToken?: string | undefined },
) {
  const from = Number(nextToken ?? 0);
  const until = from + (maxResults || 100);
  const more = until < items.length && { nextToken: String(until) };
  return { items: items.slice(from, until), ...more };
}

function list(machines: StateMachines, input: z.output<typeof ListExecutions>) {
  const found = machines.journal
    .list()
    .filter(({ stateMachineArn }) => stateMachineArn === input.stateMachineArn)
    .filter(({ status }) => !input.statusFilter || status === input.statusFilter)
    .toReversed();
  const { items, ...more } = page(found.map(summary), input);
  return { executions: items, ...more };
}

function history(machines: StateMachines, input: z.output<typeof History>) {
  const events = machines.get(input.executionArn).history.map(historyEvent);
  const { items, ...more } = page(input.reverseOrder ? events.toReversed() : events, input);
  return { events: items, ...more };
}

/** AWS Step Functions for Standard workflows: executions and task tokens. */
export const statesService = (machines: StateMachines, now: () => number): Service =>
  jsonService('AWSStepFunctions', {
    StartExecution: operation(StartExecution, ({ stateMachineArn, name, input }) => {
      const given = parseJson(input, 'InvalidExecutionInput');
      const execution = machines.start(stateMachineArn, name, given);
      return { executionArn: execution.arn, startDate: seconds(execution.startedAt) };
    }),
    DescribeExecution: operation(
      z.strictObject({ executionArn, includedData: z.string().optional() }),
      (input) => description(machines.get(input.executionArn)),
    ),
    ListExecutions: operation(ListExecutions, (input) => list(machines, input)),
    GetExecutionHistory: operation(History, (input) => history(machines, input)),
    StopExecution: operation(
      z.strictObject({ executionArn, error: z.string().optional(), cause: z.string().optional() }),
      (input) => {
        machines.stop(input.executionArn, input.error, input.cause);
        return { stopDate: seconds(now()) };
      },
    ),
    RedriveExecution: operation(
      z.strictObject({ executionArn, clientToken: z.string().optional() }),
      (input) => {
        machines.redrive(input.executionArn);
        return { redriveDate: seconds(now()) };
      },
    ),
    SendTaskSuccess: operation(z.strictObject({ taskToken, output: z.string() }), (input) =>
      machines.settle(input.taskToken, { output: parseJson(input.output, 'InvalidOutput') }),
    ),
    SendTaskFailure: operation(
      z.strictObject({
        taskToken,
        error: z.string().max(256).default(''),
        cause: z.string().max(32_768).default(''),
      }),
      ({ taskToken: token, error, cause }) => machines.settle(token, { error, cause }),
    ),
    SendTaskHeartbeat: operation(z.strictObject({ taskToken }), (input) =>
      machines.heartbeat(input.taskToken),
    ),
  });
