import type { Clock } from './clock.ts';

/**
 * Resolves once the local clock has reached `instant` (ms since the epoch), including when the clock is moved
 * past it. Rejects with the signal's reason when aborted.
 */
export const sleepUntil = (clock: Clock, instant: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    let unset = () => {};
    function finish(settle: () => void) {
      unset();
      forget();
      signal.removeEventListener('abort', abort);
      settle();
    }
    const abort = () => finish(() => reject(signal.reason));
    function check() {
      unset();
      const left = instant - clock.now();
      if (left <= 0) return finish(resolve);
      unset = clock.wake(left, check);
    }
    const forget = clock.onAdvance(check);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    else check();
  });
