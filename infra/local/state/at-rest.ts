import { setTimeout as sleep } from 'node:timers/promises';
import type { Lambda } from '../lambda/lambda.ts';

/** Longer than streams, queues and the workflow need to pass work to the next function. */
const quietMs = 250;
const pollMs = 25;
/** After this time the clock is moved anyway. */
const longestMs = 15_000;

/** Resolves once no function has run for a moment. */
export async function atRest(lambda: Pick<Lambda, 'busy'>): Promise<void> {
  const latest = performance.now() + longestMs;
  for (let quiet = 0; quiet < quietMs && performance.now() < latest; ) {
    await sleep(pollMs);
    quiet = lambda.busy ? 0 : quiet + pollMs;
  }
}
