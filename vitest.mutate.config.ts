import { configDefaults, defineConfig } from 'vitest/config';
import { InOrder } from './scripts/mutate/in-order.ts';
import everything from './vitest.config.ts';

/** The tests that `npm run mutate` holds against the folder that it mutates, as JSON. */
const include = JSON.parse(process.env.SIGILLO_MUTATED_BY ?? '[]') as string[];

/** It compiles the whole project, which in a file full of mutants says nothing. */
const exclude = [...configDefaults.exclude, 'test/domain/told-once.test.ts'];

/** What it looks at is the whole of a folder of tests. */
const globalSetup: string[] = [];

export default defineConfig({
  test: {
    ...everything.test,
    include,
    exclude,
    globalSetup,
    // The mutants are switched in one process, whose modules are loaded once.
    isolate: false,
    maxWorkers: 1,
    sequence: { sequencer: InOrder },
    runner: './scripts/mutate/mutating-runner.ts',
    // A promise that a mutant leaves open is waited for by as long.
    testTimeout: 20_000,
    expect: { poll: { timeout: 5_000 } },
  },
});
