/** An error of a state, with the name that Retry and Catch match. */
export class StatesError extends Error {
  override readonly name = 'StatesError';
  readonly error: string;

  constructor(error: string, cause: string) {
    super(cause);
    this.error = error;
  }
}

const uncatchable = new Set(['States.DataLimitExceeded', 'States.Runtime']);
const timeouts = new Set(['States.Timeout', 'States.HeartbeatTimeout']);

/** Event type in the history for the end of an attempt at a Task. */
export const taskEndOf = (error: string) => (timeouts.has(error) ? 'TaskTimedOut' : 'TaskFailed');

/** Whether an `ErrorEquals` list matches the error (Amazon States Language, "Errors"). */
export function matchesError(names: readonly string[], error: string): boolean {
  if (uncatchable.has(error)) return false;
  return names.some(
    (name) =>
      name === error ||
      name === 'States.ALL' ||
      (name === 'States.TaskFailed' && !timeouts.has(error)) ||
      (name === 'States.Timeout' && timeouts.has(error)),
  );
}
