import { setTimeout as sleep } from 'node:timers/promises';
import type { Lambda } from '../lambda/lambda.ts';

/** Longer than streams, queues and the workflow take to hand work on to the next function. */
const quietMs = 250;
const pollMs = 25;
/** Then the clock moves anyway, as it would in the cloud. */
const longestMs = 15_000;

/** Resolves once no function has been at work for a moment. */
export async function atRest(lambda: Pick<Lambda, 'busy'>): Promise<void> {
  const latest = performance.now() + longestMs;
  for (let quiet = 0; quiet < quietMs && performance.now() < latest; ) {
    await sleep(pollMs);
    quiet = lambda.busy ? 0 : quiet + pollMs;
  }
}
