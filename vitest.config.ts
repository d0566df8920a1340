import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

/** Five minutes of killing and starting, which a busy machine does not always have: `SIGILLO_CRASH=1`. */
const onlyWhenAsked = process.env.SIGILLO_CRASH === '1' ? [] : ['test/flow/crash.test.ts'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...onlyWhenAsked],
    // What hangs ends; what a busy machine makes late does not fail. No test waits for them otherwise.
    testTimeout: 240_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 2,
    globalSetup: ['test/flow/judge/whole-folder.ts'],
    // Tests use the sample company's settings, whatever company this checkout deploys.
    env: { SIGILLO_COMPANY: join(import.meta.dirname, 'infra', 'company.ts') },
  },
});
