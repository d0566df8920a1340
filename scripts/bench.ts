/** Measures what the product promises: `npm run bench -- pages`. Fails where a number is not kept. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchPages } from './bench/pages.ts';
import { PrivateTarget } from './demo/private-target.ts';

const BENCHES: Readonly<Record<string, (api: string) => Promise<boolean>>> = { pages: benchPages };

const bench = BENCHES[process.argv[2] ?? ''];
if (!bench) {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')}`);
  process.exit(2);
}
const stateDirectory = mkdtempSync(join(tmpdir(), 'sigillo-bench-'));
const target = new PrivateTarget(stateDirectory);
try {
  await target.start();
  if (!(await bench(target.api))) process.exitCode = 1;
} finally {
  await target.stop();
  rmSync(stateDirectory, { recursive: true, force: true });
}
