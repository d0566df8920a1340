import type { Clock } from './clock.ts';

/** setTimeout holds at most 2^31 - 1 ms (24.8 days); deadlines are up to 60 days away. */
const longestTimeout = 2 ** 31 - 1;

/**
 * Resolves once the local clock has reached `instant` (ms since the epoch), at once when the clock
 * is moved past it. Rejects with the signal's reason when aborted.
 */
export function sleepUntil(clock: Clock, instant: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let timeout: NodeJS.Timeout | undefined;
    const finish = (settle: () => void) => {
      clearTimeout(timeout);
      forget();
      signal.removeEventListener('abort', abort);
      settle();
    };
    const abort = () => finish(() => reject(signal.reason));
    const check = () => {
      clearTimeout(timeout);
      const left = instant - clock.now();
      if (left <= 0) return finish(resolve);
      timeout = setTimeout(check, Math.min(left, longestTimeout));
    };
    const forget = clock.onAdvance(check);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    else check();
  });
}
