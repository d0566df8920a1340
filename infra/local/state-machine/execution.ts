import type { Json, JsonObject } from '../json.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../time/clock.ts';

/** Progress of one attempt at a Task. `heartbeatAt`, `startedAt`: ms of the local clock. */
export type TaskProgress = {
  readonly startedAt: number;
  readonly token?: string;
  readonly arguments?: Json;
  readonly timeoutAt?: number;
  heartbeatSeconds?: number;
  heartbeatAt?: number;
  /** The callback task's function has returned; only the token is awaited. */
  delivered?: boolean;
  settled?: { readonly output: Json } | { readonly error: string; readonly cause: string };
};

/** One thread of control: its current state, and all that is needed to resume there after a restart. */
export type Frame = {
  readonly state: string;
  readonly input: Json;
  readonly variables: JsonObject;
  enteredAt?: number;
  /** Attempts used, by position in the state's Retry list. */
  retries?: readonly number[];
  /** Wait states and retry delays: when to resume, ms of the local clock. */
  resumeAt?: number;
  task?: TaskProgress;
  children?: readonly Frame[];
  /** In an iteration of a Map: `$states.context.Map.Item`. */
  readonly item?: { readonly Index: number; readonly Value: Json };
  finished?: { readonly output: Json };
};

export type HistoryEvent = {
  readonly at: number;
  readonly type: string;
  readonly detail: JsonObject;
};

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** `definition`: hash of the definition that it was started with; updates of the machine do not affect it. */
export type Execution = {
  readonly arn: string;
  readonly name: string;
  readonly stateMachineArn: string;
  readonly definition: string;
  readonly status: ExecutionStatus;
  readonly input: Json;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly startedAt: number;
  readonly stoppedAt?: number;
  readonly redrivenAt?: number;
  readonly frame: Frame;
  readonly history: HistoryEvent[];
};

const kind = 'execution';
const tokenKind = 'task-token';

/** Stored executions. The interpreter changes an execution in memory and saves it as a whole. */
export class ExecutionJournal {
  readonly #store: Store;
  readonly clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.clock = clock;
  }

  save(execution: Execution): void {
    this.#store.put(kind, execution.arn, execution);
  }

  record(execution: Execution, type: string, detail: JsonObject = {}): void {
    execution.history.push({ at: this.clock.now(), type, detail });
    this.save(execution);
  }

  get(arn: string): Execution | undefined {
    return this.#store.get<Execution>(kind, arn);
  }

  list(): Execution[] {
    return this.#store.list<Execution>(kind);
  }

  /** Records a task token permanently, to tell a late answer from an invented token. */
  issue(token: string, execution: Execution): void {
    this.#store.put(tokenKind, token, { executionArn: execution.arn });
  }

  knows(token: string): boolean {
    return this.#store.get(tokenKind, token) !== undefined;
  }
}

/** The frame, this one or a descendant, whose task waits for `token`. */
export function findTask(frame: Frame, token: string): TaskProgress | undefined {
  if (frame.task?.token === token) return frame.task;
  for (const child of frame.children ?? []) {
    const found = findTask(child, token);
    if (found) return found;
  }
  return undefined;
}
