import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * Runs the AWS SDK tests: without --endpoint against the emulators in the test process, with it against that
 * endpoint, signed with the given credentials (by default those of the local target).
 */
const { values } = parseArgs({
  options: {
    endpoint: { type: 'string' },
    'access-key-id': { type: 'string' },
    'secret-access-key': { type: 'string' },
  },
});

const given = {
  CONFORMANCE_ENDPOINT: values.endpoint,
  CONFORMANCE_ACCESS_KEY_ID: values['access-key-id'],
  CONFORMANCE_SECRET_ACCESS_KEY: values['secret-access-key'],
};
const set = Object.entries(given).filter(([, value]) => value !== undefined);

const root = dirname(import.meta.dirname);
const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/local/conformance'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...Object.fromEntries(set) },
});
process.exitCode = status ?? 1;
