import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
    // Of the sample alone, whatever company this checkout deploys.
    env: { SIGILLO_COMPANY: join(import.meta.dirname, 'infra', 'company.ts') },
  },
});
