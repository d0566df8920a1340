/**
 * `npm run bench -- pages`, `pdf`, `cold` …: measures performance and cost; exits with 1 if a promised limit is
 * exceeded.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBatch } from './bench/batch.ts';
import { benchCold } from './bench/cold.ts';
import { benchCost } from './bench/cost.ts';
import { benchLoad } from './bench/load.ts';
import { benchPages } from './bench/pages.ts';
import { benchPdf } from './bench/pdf.ts';
import { benchVerifyInBrowser } from './bench/verify-in-browser.ts';
import { PrivateTarget } from './demo/private-target.ts';

/** Each resolves to whether its limits were met. */
const BENCHES: Readonly<Record<string, () => Promise<boolean>>> = {
  batch: () => benchBatch(Number(process.argv[3] ?? 1_000)),
  cold: benchCold,
  cost: () => withTarget(benchCost),
  load: () => withTarget((api) => benchLoad(api, sizesIn(process.argv[3]))),
  pages: () => withTarget(benchPages),
  pdf: async () => [await benchPdf(), await benchVerifyInBrowser()].every(Boolean),
  'verify-page': benchVerifyInBrowser,
};

/** Comma-separated numbers, such as `1,5`. */
const sizesIn = (text: string | undefined): number[] | undefined => text?.split(',').map(Number);

async function withTarget(bench: (api: string) => Promise<boolean>): Promise<boolean> {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'sigillo-bench-'));
  const target = new PrivateTarget(stateDirectory);
  try {
    await target.start();
    return await bench(target.api);
  } finally {
    await target.stop();
    rmSync(stateDirectory, { recursive: true, force: true });
  }
}

const bench = BENCHES[process.argv[2] ?? ''];
if (!bench) {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')}`);
  process.exit(2);
}
if (!(await bench())) process.exitCode = 1;
