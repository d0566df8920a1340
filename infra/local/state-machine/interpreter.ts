import type { Json, JsonObject } from '../json.ts';
import { sleepUntil } from '../time/timer.ts';
import type { Branch, State } from './definition.ts';
import type { Frame } from './execution.ts';
import { runMap, runParallel } from './fan-out.ts';
import { scheduleRetry } from './retry.ts';
import { bindingsOf, type Run } from './run.ts';
import { matchesError, StatesError, taskEndOf } from './states-error.ts';
import { runTask } from './task.ts';
import { waitUntil } from './wait.ts';

/** Result of a state: the next state, and how `Output` and `Assign` produce its output. */
type Outcome = {
  readonly value: Json;
  readonly more: JsonObject;
  readonly next: string | undefined;
  readonly output: Json | undefined;
  readonly assign: JsonObject | undefined;
};

/** Limit of a state's output and variables: 256 KiB (Step Functions quotas). */
const largestPayload = 256 * 1024;

/** Runs a frame from its current state to the end; every step is stored before the next. */
export async function runFrame(run: Run, frame: Frame, branch: Branch): Promise<Json> {
  while (!frame.finished) {
    run.signal.throwIfAborted();
    const state = branch.States[frame.state];
    if (!state) throw new StatesError('States.Runtime', `No state ${frame.state}`);
    enter(run, frame, state);
    await step(run, frame, state);
  }
  return frame.finished.output;
}

function enter(run: Run, frame: Frame, state: State): void {
  if (frame.enteredAt !== undefined) return;
  frame.enteredAt = run.journal.clock.now();
  run.journal.record(run.execution, `${state.Type}StateEntered`, {
    name: frame.state,
    input: frame.input,
  });
}

async function step(run: Run, frame: Frame, state: State): Promise<void> {
  try {
    await delayedRetry(run, frame, state);
    leave(run, frame, state, await shape(run, frame, await perform(run, frame, state)));
  } catch (error) {
    run.signal.throwIfAborted();
    const failure = asStatesError(error);
    if (scheduleRetry(run, frame, state, failure)) return;
    leave(run, frame, state, await shape(run, frame, caught(run, frame, state, failure)));
  }
}

async function delayedRetry(run: Run, frame: Frame, state: State): Promise<void> {
  if (state.Type === 'Wait' || frame.resumeAt === undefined) return;
  await sleepUntil(run.journal.clock, frame.resumeAt, run.signal);
  delete frame.resumeAt;
}

async function perform(run: Run, frame: Frame, state: State): Promise<Outcome> {
  switch (state.Type) {
    case 'Pass':
    case 'Succeed':
      return outcome(state, frame.input);
    case 'Wait':
      await waitUntil(run, frame, state);
      return outcome(state, frame.input);
    case 'Choice':
      return choose(run, frame, state);
    case 'Fail':
      return fail(run, frame, state);
    case 'Task':
      return withResult(state, await runTask(run, frame, state));
    case 'Parallel':
      return withResult(state, await runParallel(run, frame, state, runFrame));
    case 'Map':
      return withResult(state, await runMap(run, frame, state, runFrame));
  }
}

type Shaping =
  | State
  | {
      readonly Next: string;
      readonly Output?: Json | undefined;
      readonly Assign?: JsonObject | undefined;
    };

const outcome = (shaping: Shaping, value: Json, more: JsonObject = {}): Outcome => ({
  value,
  more,
  next: 'Next' in shaping ? shaping.Next : undefined,
  output: 'Output' in shaping ? shaping.Output : undefined,
  assign: 'Assign' in shaping ? shaping.Assign : undefined,
});

const withResult = (state: State, result: Json) => outcome(state, result, { result });

async function choose(
  run: Run,
  frame: Frame,
  state: Extract<State, { Type: 'Choice' }>,
): Promise<Outcome> {
  const bindings = bindingsOf(run, frame);
  for (const rule of state.Choices) {
    const holds = await run.evaluate(rule.Condition, bindings);
    if (typeof holds !== 'boolean')
      throw new StatesError('States.QueryEvaluationError', 'A Condition must be true or false');
    if (holds) return outcome(rule, frame.input);
  }
  if (state.Default === undefined)
    throw new StatesError('States.NoChoiceMatched', `No choice of ${frame.state} matched`);
  return { ...outcome(state, frame.input), next: state.Default };
}

async function fail(
  run: Run,
  frame: Frame,
  { Error: error = 'States.Fail', Cause: cause = '' }: Extract<State, { Type: 'Fail' }>,
): Promise<never> {
  const bindings = bindingsOf(run, frame);
  throw new StatesError(
    String(await run.evaluate(error, bindings)),
    String(await run.evaluate(cause, bindings)),
  );
}

const asStatesError = (error: unknown) =>
  error instanceof StatesError ? error : new StatesError('States.Runtime', String(error));

/** The catcher that matches the error; without one the error propagates. */
function caught(run: Run, frame: Frame, state: State, failure: StatesError): Outcome {
  if (state.Type === 'Task')
    run.journal.record(run.execution, taskEndOf(failure.error), {
      error: failure.error,
      cause: failure.message,
    });
  const catchers = 'Catch' in state ? state.Catch : [];
  const catcher = catchers.find(({ ErrorEquals }) => matchesError(ErrorEquals, failure.error));
  if (!catcher) throw failure;
  delete frame.task;
  const errorOutput = { Error: failure.error, Cause: failure.message };
  return outcome(catcher, errorOutput, { errorOutput });
}

type Shaped = {
  readonly output: Json;
  readonly variables: JsonObject;
  readonly next: string | undefined;
};

/** `Output` and `Assign` both see the variables as they were before the state. */
async function shape(run: Run, frame: Frame, result: Outcome): Promise<Shaped> {
  const bindings = bindingsOf(run, frame, result.more);
  const assigned = await run.evaluate(result.assign ?? {}, bindings);
  const output =
    result.output === undefined ? result.value : await run.evaluate(result.output, bindings);
  if (JSON.stringify(output).length > largestPayload)
    throw new StatesError('States.DataLimitExceeded', 'A state output is larger than 256 KiB');
  return {
    output,
    variables: { ...frame.variables, ...(assigned as JsonObject) },
    next: result.next,
  };
}

function leave(run: Run, frame: Frame, state: State, { output, variables, next }: Shaped): void {
  const name = frame.state;
  for (const key of ['enteredAt', 'retries', 'resumeAt', 'task', 'children'] as const)
    delete frame[key];
  if (next === undefined) frame.finished = { output };
  else Object.assign(frame, { state: next, input: output, variables });
  run.journal.record(run.execution, `${state.Type}StateExited`, { name, output });
}
