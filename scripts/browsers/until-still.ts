import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 100;

/** Seconds without any change after which waiting ends. */
const STILL = 90;

/**
 * Polls until there is an answer; throws an error naming what was waited for if `life` has not changed for
 * `seconds`.
 */
export async function untilStill<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  life: () => Promise<string>,
  seconds = STILL,
): Promise<T> {
  let seen = { sign: '', at: performance.now() };
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    const sign = await life();
    if (sign !== seen.sign) seen = { sign, at: performance.now() };
    const still = performance.now() - seen.at;
    if (still > seconds * 1000) throw new Error(`nothing moved for ${seconds} s before ${what}`);
    await sleep(PAUSE_MS);
  }
}
