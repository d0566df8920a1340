import { AwsError } from '../aws/aws-error.ts';
import type { Json } from '../json.ts';
import type { Store } from '../state/store.ts';
import { type Chance, systemChance } from '../time/chance.ts';
import type { Clock } from '../time/clock.ts';
import { sleepUntil } from '../time/timer.ts';
import { Definitions } from './definitions.ts';
import {
  type Execution,
  ExecutionJournal,
  type ExecutionStatus,
  type Frame,
  findTask,
  type TaskProgress,
} from './execution.ts';
import { type Evaluate, makeEvaluate } from './expression.ts';
import { runFrame } from './interpreter.ts';
import type { InvokeFunction, Run } from './run.ts';
import { StatesError } from './states-error.ts';

type Live = { readonly run: Run; readonly ending: AbortController; readonly ended: Promise<void> };
/** `onEnd` is called with each execution that has ended. */
type Options = { readonly onEnd?: (execution: Execution) => void; readonly chance?: Chance };
type Ending = Partial<Pick<Execution, 'output' | 'error' | 'cause'>>;

function endOfWork(error: unknown): [ExecutionStatus, Ending] {
  const failure =
    error instanceof StatesError ? error : new StatesError('States.Runtime', String(error));
  return ['FAILED', { error: failure.error, cause: failure.message }];
}

/**
 * Standard state machines and their executions. Every step of an execution is stored before the next one
 * begins, so that `resume` continues there after a crash.
 */
export class StateMachines {
  readonly #clock: Clock;
  readonly #chance: Chance;
  readonly #invoke: InvokeFunction;
  readonly #guards = new Map<string, (functionArn: string) => void>();
  readonly #evaluate: Evaluate;
  readonly journal: ExecutionJournal;
  readonly #definitions: Definitions;
  readonly #live = new Map<string, Live>();
  readonly #onEnd: (execution: Execution) => void;

  constructor(
    store: Store,
    clock: Clock,
    invoke: InvokeFunction,
    { onEnd = () => {}, chance = systemChance }: Options = {},
  ) {
    this.#definitions = new Definitions(store);
    this.#clock = clock;
    this.#chance = chance;
    this.#invoke = invoke;
    this.#onEnd = onEnd;
    this.#evaluate = makeEvaluate(clock, chance);
    this.journal = new ExecutionJournal(store, clock);
  }

  /** Adds or replaces a state machine; throws if the interpreter does not support the definition. */
  define(arn: string, definition: string): void {
    this.#definitions.define(arn, definition);
  }

  /** Resumes every execution that was running when the process ended. */
  resume(): void {
    for (const execution of this.journal.list())
      if (execution.status === 'RUNNING') this.#run(execution);
  }

  /** As on AWS, idempotent by name while the execution runs; afterwards the name is refused. */
  start(stateMachineArn: string, name: string | undefined, input: Json): Execution {
    return this.#start(stateMachineArn, name ?? this.#chance.uuid(), input);
  }

  #start(stateMachineArn: string, name: string, input: Json): Execution {
    const definition = this.#definitions.currentOf(stateMachineArn);
    const arn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    const earlier = this.journal.get(arn);
    if (earlier) return sameExecution(earlier, input);
    const execution = this.#create({ arn, name, stateMachineArn, definition, input });
    this.journal.record(execution, 'ExecutionStarted', { input });
    this.#run(execution);
    return execution;
  }

  /** Redrive: resumes at the state that failed, with the definition that the execution was started with. */
  redrive(arn: string): void {
    const execution = this.get(arn);
    const age = this.#clock.now() - (execution.stoppedAt ?? this.#clock.now());
    if (!REDRIVABLE.includes(execution.status) || age > REDRIVABLE_MS)
      throw new AwsError('ExecutionNotRedrivable', `'${arn}' cannot be redriven`);
    for (const key of ['stoppedAt', 'error', 'cause', 'output'] as const) delete execution[key];
    Object.assign(execution, { status: 'RUNNING', redrivenAt: this.#clock.now() });
    begunAnew(execution.frame);
    this.journal.record(execution, 'ExecutionRedriven', {});
    this.#run(execution);
  }

  #create(given: Pick<Execution, 'arn' | 'name' | 'stateMachineArn' | 'definition' | 'input'>) {
    const state = this.#definitions.get(given.definition).StartAt;
    const execution: Execution = {
      ...given,
      status: 'RUNNING',
      startedAt: this.#clock.now(),
      frame: { state, input: given.input, variables: {} },
      history: [],
    };
    return execution;
  }

  /** Throws if the machine's role may not invoke the function. */
  guard(stateMachineArn: string, check: (functionArn: string) => void): void {
    this.#guards.set(stateMachineArn, check);
  }

  #run(execution: Execution): void {
    const ending = new AbortController();
    const run: Run = {
      execution,
      definition: this.#definitions.get(execution.definition),
      journal: this.journal,
      chance: this.#chance,
      evaluate: this.#evaluate,
      invoke: async (name, payload) => {
        this.#guards.get(execution.stateMachineArn)?.(name);
        return this.#invoke(name, payload);
      },
      wakers: new Map(),
      signal: ending.signal,
    };
    const ended = this.#carryOut(run).finally(() => {
      this.#live.delete(execution.arn);
      ending.abort();
    });
    this.#live.set(execution.arn, { run, ending, ended });
  }

  async #carryOut(run: Run): Promise<void> {
    try {
      const work = runFrame(run, run.execution.frame, run.definition);
      const output = await Promise.race([work, this.#timeout(run)]);
      this.#end(run.execution, 'SUCCEEDED', { output });
    } catch (error) {
      if (run.signal.aborted) return;
      const timedOut = error instanceof StatesError && error.message === executionTimedOut;
      if (timedOut) this.#end(run.execution, 'TIMED_OUT', {});
      else this.#end(run.execution, ...endOfWork(error));
    }
  }

  async #timeout({ execution, definition, signal }: Run): Promise<never> {
    const seconds = definition.TimeoutSeconds ?? Number.POSITIVE_INFINITY;
    const since = execution.redrivenAt ?? execution.startedAt;
    await sleepUntil(this.#clock, since + seconds * 1000, signal);
    throw new StatesError('States.Timeout', executionTimedOut);
  }

  #end(execution: Execution, status: ExecutionStatus, ending: Ending): void {
    Object.assign(execution, { status, stoppedAt: this.#clock.now(), ...ending });
    const name = `${status[0]}${status.slice(1).toLowerCase().replace('_out', 'Out')}`;
    this.journal.record(execution, `Execution${name}`, ending);
    this.#onEnd(execution);
  }

  get(arn: string): Execution {
    const execution = this.journal.get(arn);
    if (!execution)
      throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return execution;
  }

  stop(arn: string, error: string | undefined, cause: string | undefined): void {
    this.get(arn);
    const live = this.#live.get(arn);
    if (!live) return;
    live.ending.abort();
    this.#end(live.run.execution, 'ABORTED', {
      ...(error !== undefined && { error }),
      ...(cause !== undefined && { cause }),
    });
  }

  /** Ends the wait of the task that holds `token`. Throws TaskDoesNotExist or TaskTimedOut. */
  settle(token: string, settled: NonNullable<TaskProgress['settled']>): void {
    const { run, task } = this.#waiting(token);
    task.settled = settled;
    const type = 'error' in settled ? 'TaskFailed' : 'TaskSucceeded';
    this.journal.record(run.execution, type, 'error' in settled ? settled : {});
    run.wakers.get(token)?.();
  }

  heartbeat(token: string): void {
    const { run, task } = this.#waiting(token);
    task.heartbeatAt = this.#clock.now();
    this.journal.save(run.execution);
  }

  #waiting(token: string): { run: Run; task: TaskProgress } {
    for (const { run } of this.#live.values()) {
      const task = findTask(run.execution.frame, token);
      if (task && !task.settled) return { run, task };
    }
    if (this.journal.knows(token))
      throw new AwsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
    throw new AwsError('TaskDoesNotExist', "Task does not exist: 'Provided task does not exist'");
  }

  /** Stops work in this process; stored executions are not changed. */
  async close(): Promise<void> {
    const live = [...this.#live.values()];
    for (const { ending } of live) ending.abort();
    await Promise.allSettled(live.map(({ ended }) => ended));
  }
}

const executionTimedOut = 'The execution ran longer than its TimeoutSeconds';

const REDRIVABLE: readonly ExecutionStatus[] = ['FAILED', 'TIMED_OUT', 'ABORTED'];
const REDRIVABLE_MS = 14 * 86_400_000;

/** The failed state starts with fresh retries; branches that had finished are not repeated. */
function begunAnew(frame: Frame): void {
  for (const key of ['retries', 'resumeAt', 'task'] as const) delete frame[key];
  for (const child of frame.children ?? []) if (!child.finished) begunAnew(child);
}

function sameExecution(earlier: Execution, input: Json): Execution {
  const same = JSON.stringify(earlier.input) === JSON.stringify(input);
  if (earlier.status === 'RUNNING' && same) return earlier;
  throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${earlier.arn}'`);
}
