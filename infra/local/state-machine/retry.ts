import type { Chance } from '../time/chance.ts';
import type { Retrier, State } from './definition.ts';
import type { Frame } from './execution.ts';
import type { Run } from './run.ts';
import { matchesError, type StatesError, taskEndOf } from './states-error.ts';

/** Seconds before attempt number `attempt` (0 = first retry) at the state again. */
function delaySeconds(retrier: Retrier, attempt: number, chance: Chance): number {
  const backedOff = retrier.IntervalSeconds * retrier.BackoffRate ** attempt;
  const delay = Math.min(backedOff, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return retrier.JitterStrategy === 'FULL' ? delay * chance.fraction() : delay;
}

/** Prepares the frame for another attempt if a retrier matches the error and has attempts left. */
export function scheduleRetry(run: Run, frame: Frame, state: State, failure: StatesError): boolean {
  const retriers = 'Retry' in state ? state.Retry : [];
  const index = retriers.findIndex(({ ErrorEquals }) => matchesError(ErrorEquals, failure.error));
  const retrier = retriers[index];
  const attempts = retriers.map((_, position) => frame.retries?.[position] ?? 0);
  const spent = attempts[index] ?? 0;
  if (!retrier || spent >= retrier.MaxAttempts) return false;
  frame.retries = attempts.with(index, spent + 1);
  const delay = delaySeconds(retrier, spent, run.chance);
  frame.resumeAt = run.journal.clock.now() + delay * 1000;
  delete frame.task;
  delete frame.children;
  run.journal.record(
    run.execution,
    state.Type === 'Task' ? taskEndOf(failure.error) : `${state.Type}StateFailed`,
    {
      error: failure.error,
      cause: failure.message,
    },
  );
  return true;
}
