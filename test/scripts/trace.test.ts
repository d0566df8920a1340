import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { functionsBuild } from '../../infra/build/bundles.ts';

const node = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, args, { input, encoding: 'utf8' });

const stack = `
import(process.argv[1]).catch(({ stack }) =>
  console.log(stack.split('\\n').filter((line) => line.startsWith('    at ')).map((line) => line.trim()).join(' | ')));`;

test('a stack from a function’s log is told in lines of the sources', () => {
  const module = join(functionsBuild(), 'seal/index.mjs');
  const logged = node(['--input-type=module', '-e', stack, module]).stdout;
  expect(logged).toContain('index.mjs:');
  const { stdout } = node(['scripts/trace.ts', 'seal'], logged);
  expect(stdout).toMatch(/^at \S+ \(shared\/contract\/environment\.ts:\d+:\d+\)$/m);
  expect(stdout).toMatch(/^at \S+ \(functions\/seal\/handler\.ts:\d+:\d+\)$/m);
});

test('a function that is none is refused with the usage', () => {
  const { status, stderr } = node(['scripts/trace.ts', 'sealer']);
  expect(status).toBe(2);
  expect(stderr).toContain('Usage: npm run trace');
});
