import * as z from 'zod';
import { AwsError } from '../aws/aws-error.ts';
import type { Json } from '../json.ts';
import { FunctionError } from '../lambda/function-error.ts';
import { sleepUntil } from '../time/timer.ts';
import type { TaskState } from './definition.ts';
import type { Frame, TaskProgress } from './execution.ts';
import { bindingsOf, type Run } from './run.ts';
import { StatesError } from './states-error.ts';
import { evaluateSeconds, longestSeconds } from './wait.ts';

const InvokeArguments = z.strictObject({
  FunctionName: z.string(),
  Payload: z.json().optional(),
  InvocationType: z.literal('RequestResponse').optional(),
});

const ofLambda = { resourceType: 'lambda', resource: 'invoke' };

/** Invokes the task's function and returns its result, or waits for the task token's callback. */
export async function runTask(run: Run, frame: Frame, state: TaskState): Promise<Json> {
  const callback = state.Resource.endsWith('.waitForTaskToken');
  const task = await begin(run, frame, state, callback);
  const ending = new AbortController();
  const inner = { ...run, signal: AbortSignal.any([run.signal, ending.signal]) };
  try {
    const output = await Promise.race([
      deadline(inner, task),
      missedHeartbeat(inner, task),
      callback ? undelivered(inner, task) : invoke(run, task),
      ...(callback ? [settlement(run, task)] : []),
    ]);
    if (!callback) run.journal.record(run.execution, 'TaskSucceeded', ofLambda);
    return output;
  } finally {
    ending.abort();
    if (task.token) run.wakers.delete(task.token);
  }
}

async function begin(run: Run, frame: Frame, state: TaskState, callback: boolean) {
  if (frame.task?.timeoutAt !== undefined) return frame.task;
  const startedAt = run.journal.clock.now();
  frame.task = { startedAt, ...(callback && { token: issueToken(run) }) };
  const seconds = await evaluateSeconds(run, frame, state.TimeoutSeconds ?? longestSeconds, 1);
  const given = await run.evaluate(state.Arguments ?? {}, bindingsOf(run, frame));
  Object.assign(frame.task, { timeoutAt: startedAt + seconds * 1000, arguments: given });
  if (state.HeartbeatSeconds !== undefined)
    frame.task.heartbeatSeconds = await evaluateSeconds(run, frame, state.HeartbeatSeconds, 1);
  run.journal.record(run.execution, 'TaskScheduled', ofLambda);
  run.journal.record(run.execution, 'TaskStarted', ofLambda);
  return frame.task;
}

function issueToken({ journal, execution, chance }: Run): string {
  const token = chance.uuid();
  journal.issue(token, execution);
  return token;
}

async function deadline({ journal, signal }: Run, { timeoutAt = 0 }: TaskProgress): Promise<never> {
  await sleepUntil(journal.clock, timeoutAt, signal);
  throw new StatesError('States.Timeout', '');
}

async function missedHeartbeat({ journal, signal }: Run, task: TaskProgress): Promise<never> {
  const limit = (task.heartbeatSeconds ?? Number.POSITIVE_INFINITY) * 1000;
  const due = () => (task.heartbeatAt ?? task.startedAt) + limit;
  while (due() > journal.clock.now()) await sleepUntil(journal.clock, due(), signal);
  throw new StatesError('States.HeartbeatTimeout', '');
}

/** The result in `lambda:invoke`'s format: the function's result is under `Payload`. */
async function invoke(run: Run, task: TaskProgress): Promise<Json> {
  const request = InvokeArguments.safeParse(task.arguments);
  if (!request.success) throw new StatesError('States.Runtime', z.prettifyError(request.error));
  try {
    const payload = (request.data.Payload ?? {}) as Json;
    const Payload = await run.invoke(request.data.FunctionName, payload);
    return { ExecutedVersion: '$LATEST', Payload, StatusCode: 200 };
  } catch (error) {
    throw invocationError(error);
  }
}

function invocationError(error: unknown): unknown {
  if (error instanceof FunctionError)
    return new StatesError(error.errorType, JSON.stringify(error.payload));
  if (error instanceof AwsError) return new StatesError(`Lambda.${error.code}`, error.message);
  return error;
}

/** A callback task ends with a failed invocation; after a successful one the token decides. */
async function undelivered(run: Run, task: TaskProgress): Promise<never> {
  if (!task.delivered) {
    await invoke(run, task);
    task.delivered = true;
    if (!run.signal.aborted) run.journal.record(run.execution, 'TaskSubmitted', ofLambda);
  }
  return new Promise<never>(() => {});
}

async function settlement(run: Run, task: TaskProgress): Promise<Json> {
  await new Promise<void>((wake) => {
    run.wakers.set(task.token ?? '', wake);
    if (task.settled) wake();
  });
  const settled = task.settled ?? { error: 'States.Runtime', cause: 'Woken without an answer' };
  if ('error' in settled) throw new StatesError(settled.error, settled.cause);
  return settled.output;
}
