/**
 * One operation on one document, in a process of its own so that its memory is its own:
 * `measure-process.ts OPERATION FILE`. Warms up, measures five times, prints a `Measurement` as JSON.
 */
import { readFileSync } from 'node:fs';
import type { Measurement } from './measurement.ts';
import { OPERATIONS, type OperationName } from './operations.ts';

const WARM_UP_MS = 3_000;
const SAMPLES = 5;
/** What is shorter is done again and again, and the median of these runs is one sample. */
const SAMPLE_MS = 50;

/** Milliseconds of each run, of as many as last for the time. */
async function timed(run: () => Promise<unknown>, leastMs: number): Promise<number[]> {
  const times: number[] = [];
  const start = performance.now();
  do {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  } while (performance.now() - start < leastMs);
  return times;
}

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] as number;

async function measured(name: OperationName, bytes: Uint8Array): Promise<Measurement> {
  const run = await OPERATIONS[name](bytes);
  await timed(run, WARM_UP_MS);
  const samples: number[] = [];
  for (let index = 0; index < SAMPLES; index += 1)
    samples.push(median(await timed(run, SAMPLE_MS)));
  const peakMib = Math.round(process.resourceUsage().maxRSS / 1024);
  return { ms: median(samples), peakMib };
}

const [name = '', file = ''] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(file));
console.log(JSON.stringify(await measured(name as OperationName, bytes)));
