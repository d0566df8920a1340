import middy, { type Request } from '@middy/core';
import * as z from 'zod/mini';
import { parsed } from '../contract/parsed.ts';
import { Malformed, NewerRelease } from '../domain/errors.ts';
import { readable } from '../domain/ledger/versions.ts';
import type { LambdaContext } from './http-event.ts';
import { isExpected, knownError } from './known-error.ts';
import { errorFacts, log } from './log.ts';
import { inLogScope, noteEnvelope } from './log-scope.ts';
import { Reported } from './reported.ts';

export type TaskHandler<O> = (event: unknown, context: LambdaContext) => Promise<O>;

type TaskInvocation = Request<unknown, unknown, Error>;

/**
 * The handler of a task: validates input and output. An error keeps its name, on which the workflow's retries
 * depend, but not its message, which would stay in the execution history.
 */
export function taskPipeline<I extends z.core.$ZodType, O extends z.core.$ZodType>(
  input: I,
  output: O,
  run: (input: z.output<I>) => Promise<z.input<O>>,
): TaskHandler<z.output<O>> {
  const task = async (event: unknown) => z.parse(output, await run(taken(input, event)));
  const logged = middy<unknown, unknown>(task, { timeoutEarlyInMillis: 0 }).use(
    taskLog(),
  ) as unknown as TaskHandler<z.output<O>>;
  return (event, context) => inLogScope(() => logged(event, context));
}

/**
 * An execution keeps its definition, so it may request an operation of a newer release; that is retried and
 * never ends the execution.
 */
function taken<I extends z.core.$ZodType>(input: I, event: unknown): z.output<I> {
  try {
    return parsed(input, readable('task', event));
  } catch (error) {
    if (error instanceof Malformed && isOfWorkflow(event)) throw new NewerRelease('task');
    throw error;
  }
}

/** Only workflow and schedules send `operation`, and all operations of earlier releases are known. */
const isOfWorkflow = (event: unknown): boolean =>
  typeof (event as { operation?: unknown } | null)?.operation === 'string';

const taskLog = () => ({
  before: ({ event }: TaskInvocation) => noteEnvelope(envelopeIn(event)),
  after: ({ event, context }: TaskInvocation) =>
    log('info', 'task', { ...taskFacts(event), requestId: context.awsRequestId }),
  onError: ({ event, context, error }: TaskInvocation) => {
    const known = knownError(error);
    const facts = { ...taskFacts(event), requestId: context.awsRequestId, ...errorFacts(known) };
    log(isExpected(known) ? 'warn' : 'error', 'task', facts);
    throw new Reported(known);
  },
});

/** A task names it, and so does an event of the bus. */
function envelopeIn(event: unknown): unknown {
  const { envelopeId, detail } = (event ?? {}) as {
    envelopeId?: unknown;
    detail?: { metadata?: { envelopeId?: unknown } };
  };
  return envelopeId ?? detail?.metadata?.envelopeId;
}

/** Operation and party; never the task token. */
function taskFacts(event: unknown): Record<string, string | undefined> {
  const { operation, party } = (event ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 64) : undefined);
  return { operation: text(operation), party: text(party) };
}
