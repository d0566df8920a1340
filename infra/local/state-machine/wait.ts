import { sleepUntil } from '../time/timer.ts';
import type { WaitState } from './definition.ts';
import type { Frame } from './execution.ts';
import { bindingsOf, type Run } from './run.ts';
import { StatesError } from './states-error.ts';

/** Waits as the state says; the end is computed once and survives a restart. */
export async function waitUntil(run: Run, frame: Frame, state: WaitState): Promise<void> {
  if (frame.resumeAt === undefined) {
    frame.resumeAt = await instantOf(run, frame, state);
    run.journal.save(run.execution);
  }
  await sleepUntil(run.journal.clock, frame.resumeAt, run.signal);
}

async function instantOf(run: Run, frame: Frame, state: WaitState): Promise<number> {
  const bindings = bindingsOf(run, frame);
  if (state.Timestamp !== undefined) return instant(await run.evaluate(state.Timestamp, bindings));
  const seconds = await evaluateSeconds(run, frame, state.Seconds ?? 0, 0);
  return (frame.enteredAt ?? run.journal.clock.now()) + seconds * 1000;
}

function instant(value: unknown): number {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
  if (typeof value === 'string' && form.test(value)) return Date.parse(value);
  throw new StatesError('States.Runtime', `Not an RFC 3339 timestamp: ${JSON.stringify(value)}`);
}

/** Step Functions' maximum wait in seconds (about three years). */
export const longestSeconds = 99_999_999;

/** A number of seconds, literal or computed; a whole number from `least` to `longestSeconds`. */
export async function evaluateSeconds(
  run: Run,
  frame: Frame,
  seconds: number | string,
  least: number,
): Promise<number> {
  const value = await run.evaluate(seconds, bindingsOf(run, frame));
  if (Number.isInteger(value) && Number(value) >= least && Number(value) <= longestSeconds)
    return Number(value);
  throw new StatesError(
    'States.QueryEvaluationError',
    `Not a whole number of seconds of at least ${least}: ${JSON.stringify(value)}`,
  );
}
