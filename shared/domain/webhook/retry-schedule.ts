/** Standard Webhooks 1.0, "Retry schedule": seconds before each further attempt, over three days. */
export const RETRY_SECONDS = [
  5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400,
] as const;

/** Maximum delay that a receiver may request, seconds. */
export const LONGEST_RETRY_AFTER = 86_400;

/**
 * Seconds until the next attempt after that many; undefined after the last. A receiver's Retry-After can delay
 * it, by a day at most, but never advance it.
 */
export function retryIn(attempts: number, retryAfter = 0): number | undefined {
  const scheduled = RETRY_SECONDS[attempts - 1];
  if (scheduled === undefined) return undefined;
  return Math.max(scheduled, Math.min(Math.ceil(retryAfter), LONGEST_RETRY_AFTER));
}
