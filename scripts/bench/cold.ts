import { join } from 'node:path';
import { Bundles } from '../../infra/build/bundles.ts';
import { ENTRIES, type FunctionName } from '../../infra/build/entries.ts';
import { codeSize, startSize } from './code-size.ts';
import { importTimes } from './import-time.ts';

const MAX_KILOBYTES = 700;
/** Longest import, as a multiple of the fastest function's in the same run. */
const MAX_RATIO = 1.6;
const ROUNDS = 15;

/** Measures code size and import time of each function; false if one exceeds its limit. */
export async function benchCold(): Promise<boolean> {
  const bundles = new Bundles();
  try {
    return report(bundles);
  } finally {
    bundles.remove();
  }
}

function report(bundles: Bundles): boolean {
  const names = Object.keys(ENTRIES) as FunctionName[];
  const folders = names.map((name) => bundles.folder(name));
  const times = importTimes(
    folders.map((folder) => join(folder, 'index.mjs')),
    ROUNDS,
  );
  const lightest = Math.min(...times.map(({ cpuMs }) => cpuMs));
  console.log(
    '| function | JavaScript, KB | read at a cold start | import, ms | of processor time | ÷ lightest | |',
  );
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | --- |');
  const kept = names.map((name, index) => {
    const { ms, cpuMs } = times[index]!;
    const [kilobytes, ratio] = [codeSize(folders[index]!), cpuMs / lightest];
    const isKept = kilobytes <= MAX_KILOBYTES && ratio <= MAX_RATIO;
    const whole = [kilobytes, startSize(folders[index]!), ms, cpuMs].map((it) => it.toFixed(0));
    const cells = [name, ...whole, ratio.toFixed(2)];
    console.log(`| ${[...cells, isKept ? 'kept' : 'MISSED'].join(' | ')} |`);
    return isKept;
  });
  console.log(`At most ${MAX_KILOBYTES} KB, and ${MAX_RATIO} times the lightest import.`);
  return kept.every(Boolean);
}
