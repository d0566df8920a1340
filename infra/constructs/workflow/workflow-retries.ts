/** Refusals are final: only other errors are retried. */
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
    // Each pause is drawn between nothing and the number: on average the half of it.
    JitterStrategy: 'FULL',
  },
];

/** Five minutes on average, ten at most: what passes by itself, such as a throttled call. */
export const SHORTLY = retry(['States.TaskFailed'], 5, 7, 300);

/** A week on average, two at most: a region or a timestamp authority may be down for long. */
export const PATIENTLY = retry(['States.TaskFailed', 'States.Timeout'], 5, 345, 3600);
