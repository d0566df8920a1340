/**
 * Measures one operation on one document, in its own process so that peak memory is the operation's:
 * `measure-process.ts OPERATION FILE`. Warms up, takes five samples, prints a `Measurement` as JSON.
 */
import { readFileSync } from 'node:fs';
import type { Measurement } from './measurement.ts';
import { OPERATIONS, type OperationName } from './operations.ts';

const WARM_UP_MS = 3_000;
const SAMPLES = 5;
/** An operation shorter than this is repeated; the median of the repetitions is one sample. */
const SAMPLE_MS = 50;

/** Duration in ms of each run, repeated for at least `leastMs`. */
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
