import { setTimeout } from 'node:timers/promises';

/** What somebody waits for is there. */
const SHORT_MS = 1_000;

/** Asks until there is an answer other than undefined, once a second. */
export async function asked<T>(ask: () => Promise<T | undefined>, everyMs = SHORT_MS): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await setTimeout(everyMs);
  }
}
