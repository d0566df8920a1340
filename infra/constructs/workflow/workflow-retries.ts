/** Refusals are final; only other errors are retried. */
const neverRetried = { ErrorEquals: ['Refusal', 'Malformed'], MaxAttempts: 0 };

const retry = (
  errors: readonly string[],
  seconds: number,
  attempts: number,
  longestSeconds: number,
) => [
  neverRetried,
  {
    ErrorEquals: errors,
    IntervalSeconds: seconds,
    BackoffRate: 2,
    MaxAttempts: attempts,
    MaxDelaySeconds: longestSeconds,
    // Full jitter draws each pause between 0 and the nominal delay, so it averages half of it.
    JitterStrategy: 'FULL',
  },
];

/** About five minutes in total, ten at most: for transient failures such as throttling. */
export const SHORT_RETRY = retry(['States.TaskFailed'], 5, 7, 300);

/** About a week in total, two at most: for outages of a region or of a timestamp authority. */
export const LONG_RETRY = retry(['States.TaskFailed', 'States.Timeout'], 5, 345, 3600);
