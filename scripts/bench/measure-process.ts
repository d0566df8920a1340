/**
 * One operation on one document, in a process of its own so that its memory is its own:
 * `measure-process.ts OPERATION FILE`. Warms up for three seconds, measures five times, prints a `Measurement` as JSON.
 */
import { readFileSync } from 'node:fs';
import type { Measurement } from './measurement.ts';
import { OPERATIONS, type OperationName } from './operations.ts';

const WARM_UP_MS = 3_000;
const RUNS = 5;

async function measured(name: OperationName, bytes: Uint8Array): Promise<Measurement> {
  const run = await OPERATIONS[name](bytes);
  const start = performance.now();
  do await run();
  while (performance.now() - start < WARM_UP_MS);
  const times: number[] = [];
  for (let index = 0; index < RUNS; index += 1) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  times.sort((left, right) => left - right);
  const peakMib = Math.round(process.resourceUsage().maxRSS / 1024);
  return { ms: times[Math.floor(RUNS / 2)]!, peakMib };
}

const [name = '', file = ''] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(file));
console.log(JSON.stringify(await measured(name as OperationName, bytes)));
