import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 100;

/** Asks again until there is an answer; throws, naming what was waited for, after `seconds`. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  seconds = 60,
): Promise<T> {
  const until = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > until) throw new Error(`waited ${seconds} s for ${what}`);
    await sleep(PAUSE_MS);
  }
}
