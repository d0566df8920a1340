import validateAsl from 'asl-validator';
import * as z from 'zod';
import type { Json } from '../json.ts';
import { checkExpressions } from './expression.ts';

const json = z.json() as unknown as z.ZodType<Json>;
const record = z.record(z.string(), json);
const seconds = z.union([z.int().positive(), z.string()]);

const Retrier = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: z.array(z.string()),
  IntervalSeconds: z.int().positive().default(1),
  MaxAttempts: z.int().nonnegative().default(3),
  BackoffRate: z.number().min(1).default(2),
  MaxDelaySeconds: z.int().positive().optional(),
  JitterStrategy: z.enum(['NONE', 'FULL']).default('NONE'),
});

const Catcher = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: z.array(z.string()),
  Next: z.string(),
  Output: json.optional(),
  Assign: record.optional(),
});

const common = {
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata').optional(),
  Output: json.optional(),
  Assign: record.optional(),
};
const transition = { ...common, Next: z.string().optional(), End: z.boolean().optional() };
const guarded = {
  ...transition,
  Retry: z.array(Retrier).default([]),
  Catch: z.array(Catcher).default([]),
};

const Task = z.strictObject({
  Type: z.literal('Task'),
  ...guarded,
  Resource: z.string().regex(/^arn:[\w-]+:states:::lambda:invoke(\.waitForTaskToken)?$/),
  Arguments: json.optional(),
  TimeoutSeconds: seconds.optional(),
  HeartbeatSeconds: seconds.optional(),
});
const Pass = z.strictObject({ Type: z.literal('Pass'), ...transition });
const Wait = z.strictObject({
  Type: z.literal('Wait'),
  ...transition,
  Seconds: z.union([z.int().nonnegative(), z.string()]).optional(),
  Timestamp: z.string().optional(),
});
const Choice = z.strictObject({
  Type: z.literal('Choice'),
  ...common,
  Choices: z.array(
    z.strictObject({
      Comment: z.string().optional(),
      Condition: z.union([z.string(), z.boolean()]),
      Next: z.string(),
      Output: json.optional(),
      Assign: record.optional(),
    }),
  ),
  Default: z.string().optional(),
});
const Parallel = z.strictObject({
  Type: z.literal('Parallel'),
  ...guarded,
  Arguments: json.optional(),
});
const MapShape = z.strictObject({
  Type: z.literal('Map'),
  ...guarded,
  Items: json.optional(),
  ItemSelector: json.optional(),
  MaxConcurrency: z.union([z.int().nonnegative(), z.string()]).optional(),
});
const Succeed = z.strictObject({ Type: z.literal('Succeed'), ...common });
const Fail = z.strictObject({
  Type: z.literal('Fail'),
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata').optional(),
  Error: z.string().optional(),
  Cause: z.string().optional(),
});
/** Declared explicitly because the type is recursive: branches of Parallel and Map states contain states. */
export type Branch = { readonly StartAt: string; readonly States: Record<string, State> };
export type State =
  | z.output<typeof Task>
  | z.output<typeof Pass>
  | z.output<typeof Wait>
  | z.output<typeof Choice>
  | z.output<typeof Succeed>
  | z.output<typeof Fail>
  | ParallelState
  | MapState;
export type TaskState = z.output<typeof Task>;
export type WaitState = z.output<typeof Wait>;
export type ParallelState = z.output<typeof Parallel> & { readonly Branches: readonly Branch[] };
export type MapState = z.output<typeof MapShape> & { readonly ItemProcessor: Branch };
export type Retrier = z.output<typeof Retrier>;
export type Definition = z.output<typeof Definition>;

const Branch: z.ZodType<Branch> = z.strictObject({
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata').optional(),
  ProcessorConfig: z.strictObject({ Mode: z.literal('INLINE') }).optional(),
  StartAt: z.string(),
  States: z.lazy(() => z.record(z.string(), State)),
});

const State: z.ZodType<State> = z.discriminatedUnion('Type', [
  Task,
  Pass,
  Wait,
  Choice,
  Succeed,
  Fail,
  Parallel.extend({ Branches: z.array(Branch) }),
  MapShape.extend({ ItemProcessor: Branch }),
]);

const Definition = z.strictObject({
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata'),
  StartAt: z.string(),
  States: z.record(z.string(), State),
  TimeoutSeconds: z.int().positive().optional(),
  Version: z.literal('1.0').optional(),
});

/**
 * Parses a Standard state machine in JSONata. What the interpreter does not support (another query language,
 * service integration, state type or field) and broken expressions are refused here.
 */
export function parseDefinition(text: string): Definition {
  const checked: unknown = JSON.parse(text);
  const { isValid, errorsText } = validateAsl(structuredClone(checked), { checkArn: false });
  if (!isValid) throw new Error(`The state machine is not valid: ${errorsText('\n')}`);
  const definition = Definition.safeParse(checked);
  if (!definition.success)
    throw new Error(
      `The local target does not carry out this state machine: ${z.prettifyError(definition.error)}`,
    );
  checkExpressions(definition.data as unknown as Json);
  return definition.data;
}
