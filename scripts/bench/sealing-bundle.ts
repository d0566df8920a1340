import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Bundles } from '../../infra/bundles.ts';

const RUNS = 5;

/** Everything but the handler's own settings: what a cold start pays for the code. */
const IMPORT = `
const began = performance.now();
await import(process.argv[1]).catch((error) => { if (!error.name.endsWith('ZodError')) throw error; });
console.log(performance.now() - began);`;

/** The sealing function as it is deployed: its size in KB, and the median time to import it. */
export function sealingBundle(): { kilobytes: number; importMs: number } {
  const bundles = new Bundles();
  try {
    const file = join(bundles.folder('seal'), 'index.mjs');
    const once = () =>
      Number(
        execFileSync(process.execPath, ['--input-type=module', '-e', IMPORT, file]).toString(),
      );
    const times = Array.from({ length: RUNS }, once).sort((left, right) => left - right);
    return { kilobytes: statSync(file).size / 1_000, importMs: times[Math.floor(RUNS / 2)]! };
  } finally {
    bundles.remove();
  }
}
