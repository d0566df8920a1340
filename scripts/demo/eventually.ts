import { setTimeout as sleep } from 'node:timers/promises';

let patience = { seconds: 60, pauseMs: 100 };

/** Seconds; for journeys that share a machine with many others. */
export function setPatience(seconds: number, pauseMs: number): void {
  patience = { seconds, pauseMs };
}

/** Polls until there is an answer; after `seconds` throws an error that names what was waited for. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  seconds = patience.seconds,
): Promise<T> {
  const until = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > until) throw new Error(`waited ${seconds} s for ${what}`);
    await sleep(patience.pauseMs);
  }
}
