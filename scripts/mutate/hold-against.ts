import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { lastTried, readLines, writeLine } from './run-log.ts';

/** Within it a test begins or ends; else the mutant that was tried never ends. */
const STALLED_AFTER_MS = 180_000;
const LOOK_EVERY_MS = 2_000;

/** Tries every mutant that the tests reach against those tests, and leaves what happened in the log. */
export async function holdAgainst(tests: readonly string[], log: string): Promise<void> {
  writeFileSync(log, '');
  await run('reach', tests, log);
  if (readLines(log).length === 0) throw new Error('The tests do not run: see the error above');
  while (!(await run('hold', tests, log))) {
    const hung = lastTried(readLines(log));
    if (hung === undefined) throw new Error(`The tests stopped, and no mutant was tried: ${log}`);
    writeLine(log, { found: hung, by: 'a test that did not end' });
  }
}

/** Whether it ended by itself. */
async function run(pass: string, tests: readonly string[], log: string): Promise<boolean> {
  const started = spawn(process.execPath, [...VITEST], {
    env: {
      ...process.env,
      SIGILLO_MUTATED_BY: JSON.stringify(tests),
      SIGILLO_MUTATION_LOG: log,
      SIGILLO_MUTATION_PASS: pass,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  const look = setInterval(() => isStalled(log) && end(started), LOOK_EVERY_MS);
  const endWithUs = () => end(started);
  process.once('exit', endWithUs);
  const [code] = await once(started, 'exit');
  process.off('exit', endWithUs);
  clearInterval(look);
  return code !== null;
}

const VITEST = [
  'node_modules/vitest/vitest.mjs',
  ...['run', '--config', 'vitest.mutate.config.ts'],
] as const;

const isStalled = (log: string) => Date.now() - statSync(log).mtimeMs > STALLED_AFTER_MS;

/** With its workers. */
function end({ pid }: ChildProcess): void {
  if (pid) process.kill(-pid, 'SIGKILL');
}
