/**
 * `npm run browsers [-- --out DIR]`: the signing journey in installed Firefox and WebKit; exit code 1 if it
 * fails in one of them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { firefox } from './browsers/firefox.ts';
import { walk } from './browsers/journey.ts';
import { webkit } from './browsers/webkit.ts';
import type { Engine } from './browsers/wire.ts';
import { PrivateTarget } from './demo/private-target.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'out/browsers' } } });

/** Time limit for one browser, even if it makes progress; both together take at most a quarter of an hour. */
const MAX_MS = 400_000;

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('not done in 400 seconds')), MAX_MS);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function journeyIn(engine: Engine, api: string): Promise<boolean> {
  console.log(`${engine.name}:`);
  try {
    await inTime(walk(engine, api, join(resolve(values.out), engine.name)));
    console.log(`${engine.name}: signed by everyone`);
    return true;
  } catch (error) {
    console.log(`${engine.name}: FAILED: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

async function allOf(engines: readonly Engine[]): Promise<boolean> {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'sigillo-browsers-'));
  const target = new PrivateTarget(stateDirectory);
  try {
    await target.start();
    let whole = true;
    for (const engine of engines) whole = (await journeyIn(engine, target.api)) && whole;
    return whole;
  } finally {
    await target.stop();
    rmSync(stateDirectory, { recursive: true, force: true });
  }
}

const asked = [firefox, webkit].map((engine) => ({ engine, missing: engine.missing() }));
for (const { engine, missing } of asked)
  if (missing) console.log(`${engine.name}: not run: ${missing}`);
const present = asked.filter(({ missing }) => !missing).map(({ engine }) => engine);
const whole = present.length === 0 || (await allOf(present));
process.exit(whole ? 0 : 1);
