import type { RunnerTask, RunnerTestCase } from 'vitest';
import { TestRunner } from 'vitest';
import { type Line, readLines, writeLine } from './run-log.ts';

interface Attempt {
  readonly repeats: number;
  readonly retry: number;
}

/** What Stryker's instrumenter puts into the code that it changes reads and writes. */
interface Switch {
  activeMutant: string | undefined;
  currentTestId: string | undefined;
  hitCount: number | undefined;
  hitLimit: number | undefined;
  readonly mutantCoverage: { readonly static: Hits; readonly perTest: Record<string, Hits> };
}

type Hits = Record<string, number>;

const { SIGILLO_MUTATION_LOG: log = '', SIGILLO_MUTATION_PASS: pass } = process.env;
const chosen = globalThis as unknown as { __stryker__: Switch };
chosen.__stryker__ ??= {
  activeMutant: undefined,
  currentTestId: undefined,
  hitCount: undefined,
  hitLimit: undefined,
  mutantCoverage: { static: {}, perTest: {} },
};
const theSwitch = chosen.__stryker__;
const before = readLines(log);
const known = {
  found: new Set(before.flatMap((line) => ('found' in line ? [line.found] : []))),
  finished: new Set(before.flatMap((line) => ('finished' in line ? [line.finished] : []))),
  hits: new Map(before.flatMap((line) => ('reaching' in line ? [[line.reaching, line.hits]] : []))),
};
/** Attempts before the first mutant: what fails in the second cannot be repeated. */
const AS_IT_IS = 2;
const say = (line: Line) => writeLine(log, line);

/**
 * Runs each test in two passes. `reach` notes which mutants it reaches; `hold` repeats it in place, twice
 * as the code is, once with each mutant that it reaches and nobody found yet, and once more as it is.
 */
export default class MutatingRunner extends TestRunner {
  private queue: readonly string[] = [];
  private isSound = true;

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    await super.onBeforeRunTask(test);
    this.isSound = true;
    this.queue = pass === 'hold' ? alive(test) : [];
    test.repeats = this.queue.length > 0 ? this.queue.length + AS_IT_IS : 0;
    if (pass === 'hold' && this.queue.length === 0) test.mode = 'skip';
  }

  override onBeforeTryTask(test: RunnerTestCase, attempt: Attempt): void {
    const mutant = this.queue[attempt.repeats - AS_IT_IS];
    if (mutant !== undefined) say({ trying: mutant });
    theSwitch.currentTestId = test.id;
    activate(mutant, known.hits.get(test.id) ?? {});
    super.onBeforeTryTask(test, attempt);
  }

  override async onAfterRetryTask(test: RunnerTestCase, attempt: Attempt): Promise<void> {
    activate(undefined, {});
    theSwitch.currentTestId = undefined;
    await super.onAfterRetryTask(test, attempt);
    const failed = (test.result?.errors ?? []).length > 0;
    if (test.result) delete test.result.errors;
    if (failed) this.failed(test, this.queue[attempt.repeats - AS_IT_IS]);
  }

  override onAfterRunTask(test: RunnerTask): void {
    const hits = theSwitch.mutantCoverage.perTest[test.id] ?? {};
    if (pass === 'hold') say({ finished: test.id });
    else say({ reaching: test.id, hits });
    super.onAfterRunTask(test as RunnerTestCase);
  }

  override onAfterRunFiles(files: Parameters<TestRunner['onAfterRunFiles']>[0]): void {
    if (pass === 'reach') say({ loading: Object.keys(theSwitch.mutantCoverage.static) });
    super.onAfterRunFiles(files);
  }

  private failed(test: RunnerTestCase, mutant: string | undefined): void {
    const name = `${test.file.name} > ${test.fullTestName}`;
    if (mutant === undefined) {
      this.isSound = false;
      say({ unsound: name });
    } else if (this.isSound) {
      known.found.add(mutant);
      say({ found: mutant, by: name });
    }
  }
}

function alive(test: RunnerTestCase): string[] {
  if (known.finished.has(test.id)) return [];
  return Object.keys(known.hits.get(test.id) ?? {}).filter((mutant) => !known.found.has(mutant));
}

/** A loop that a mutant makes endless ends by the limit. A child process reads the variable. */
function activate(mutant: string | undefined, hits: Hits): void {
  theSwitch.activeMutant = mutant;
  theSwitch.hitCount = mutant === undefined ? undefined : 0;
  theSwitch.hitLimit = mutant === undefined ? undefined : 200 * (hits[mutant] ?? 0) + 2000;
  if (mutant === undefined) delete process.env.__STRYKER_ACTIVE_MUTANT__;
  else process.env.__STRYKER_ACTIVE_MUTANT__ = mutant;
}
