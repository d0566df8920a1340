import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PrivateTarget } from './demo/private-target.ts';
import { fuzz } from './fuzz/run.ts';

const USAGE = `Usage: npm run fuzz -- [--runs N] [--seed S]

Boots a local target and sends it N requests (default 10000) made from docs/openapi.json: valid ones,
nearly valid ones and hostile ones, to every route of sender, signer and verifier. Fails on a response
that the description does not declare, and prints the shortest request that causes it.`;

const { values } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } },
});
const runs = Number(values.runs ?? 10_000);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (values.help || !Number.isInteger(runs) || !Number.isInteger(seed)) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

const folder = mkdtempSync(join(tmpdir(), 'sigillo-fuzz-'));
const target = new PrivateTarget(folder);
const counts = new Map<string, number>();

try {
  await target.start();
  console.log(`${runs} requests with seed ${seed}`);
  await fuzz(target.api, {
    runs,
    seed,
    onAnswer: ({ operation }, { status, text }) => {
      const code = /"code":"(\w+)"/.exec(text)?.[1] ?? '';
      const name = `${operation.operationId} ${status} ${status < 400 ? '' : code}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
  });
  for (const [name, count] of [...counts].sort())
    console.log(`${String(count).padStart(6)} ${name}`);
} finally {
  await target.stop();
  rmSync(folder, { recursive: true, force: true });
}
