import type { Json, JsonObject } from '../json.ts';
import type { Chance } from '../time/chance.ts';
import type { Definition } from './definition.ts';
import type { Execution, ExecutionJournal, Frame } from './execution.ts';
import type { Bindings, Evaluate } from './expression.ts';

/** Invokes a Lambda function; rejects with FunctionError, or AwsError if there is no such function. */
export type InvokeFunction = (functionName: string, payload: Json) => Promise<Json>;

/** An execution running in this process. `wakers`: by token, the function that ends its wait. */
export type Run = {
  readonly execution: Execution;
  readonly definition: Definition;
  readonly journal: ExecutionJournal;
  readonly chance: Chance;
  readonly evaluate: Evaluate;
  readonly invoke: InvokeFunction;
  readonly wakers: Map<string, () => void>;
  readonly signal: AbortSignal;
};

const isoInstant = (ms: number) => new Date(ms).toISOString();

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The context object (`$states.context`) of a frame's current state. */
const contextOf = ({ execution, journal }: Run, frame: Frame): JsonObject => ({
  Execution: {
    Id: execution.arn,
    Name: execution.name,
    Input: execution.input,
    StartTime: isoInstant(execution.startedAt),
    ...(execution.redrivenAt !== undefined && {
      RedriveTime: isoInstant(execution.redrivenAt),
    }),
  },
  StateMachine: {
    Id: execution.stateMachineArn,
    Name: execution.stateMachineArn.split(':').at(-1) ?? '',
  },
  State: {
    Name: frame.state,
    EnteredTime: isoInstant(frame.enteredAt ?? journal.clock.now()),
    RetryCount: sum(frame.retries ?? []),
  },
  ...(frame.task?.token && { Task: { Token: frame.task.token } }),
  ...(frame.item && { Map: { Item: frame.item } }),
});

/** Values that a state's expressions may refer to; `more` adds `result` or `errorOutput` to `$states`. */
export const bindingsOf = (run: Run, frame: Frame, more: JsonObject = {}): Bindings => ({
  ...frame.variables,
  states: { input: frame.input, context: contextOf(run, frame), ...more },
});
