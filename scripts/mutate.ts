import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { failureText } from './authority/failure-text.ts';
import { orUsage } from './authority/or-usage.ts';
import { arguedIn, isArgued, type Survivor, survived } from './mutate/argued.ts';
import { folderOf } from './mutate/folders.ts';

const USAGE = `Usage: npm run mutate -- FOLDER [FILE …]

Mutation testing: makes one small change after another in a folder's code and runs the folder's tests;
prints the changes that no test detected, those of them that docs/mutants.md does not explain, and the
score: the share detected. Fails below the folder's minimum score.
Files are changed in place and restored: commit first, and edit nothing meanwhile.

  FOLDER   domain, signer, relay, codes or verify
  FILE     only these files of the folder
`;

/**
 * Stryker and its runner are not dependencies: they install more packages than `npm start` needs, and require a
 * newer Node.
 */
const STRYKER = '@stryker-mutator/core';
const NEEDED = [STRYKER, '@stryker-mutator/vitest-runner'].map((name) => `${name}@10.1.1`);

interface StrykerModule {
  readonly Stryker: new (options: object) => { runMutationTest(): Promise<readonly Result[]> };
}

interface Result extends Survivor {
  readonly status: string;
}

async function loadStryker(): Promise<StrykerModule> {
  try {
    return await import(STRYKER);
  } catch (cause) {
    const first = `npm install --no-save ${NEEDED.join(' ')}`;
    throw new TypeError(`Stryker is not installed. Run first: ${first}`, { cause });
  }
}

async function mutate([name, ...only]: readonly string[]): Promise<void> {
  const { files, tests, least } = folderOf(name, only);
  const { Stryker } = await loadStryker();
  process.env.SIGILLO_MUTATED_BY = JSON.stringify(tests);
  const stryker = new Stryker({
    mutate: [...files],
    inPlace: true,
    testRunner: 'vitest',
    vitest: { configFile: 'vitest.mutate.config.ts', related: false },
    coverageAnalysis: 'perTest',
    // A mutant in code that runs at import would require the whole test suite.
    ignoreStatic: true,
    // Disabling type checks would write a comment into every file.
    disableTypeChecks: false,
    concurrency: 1,
    tempDirName: 'out/stryker',
    reporters: ['clear-text', 'progress-append-only', 'json'],
    clearTextReporter: { logTests: false, allowColor: false, allowEmojis: false },
    jsonReporter: { fileName: `out/mutation-${name}.json` },
    thresholds: { high: 100, low: least, break: least },
  });
  for (const line of unarguedIn(await stryker.runMutationTest())) console.log(line);
}

/** Undetected mutants that docs/mutants.md does not explain, in that page's notation. */
function unarguedIn(results: readonly Result[]): string[] {
  const argued = arguedIn(readFileSync('docs/mutants.md', 'utf8'));
  const lives = results
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map((result) => {
      const source = readFileSync(result.fileName, 'utf8');
      return survived(result, relative(process.cwd(), result.fileName), source);
    })
    .filter((each) => !isArgued(argued, each));
  const told = lives.map(({ file, code, change }) => `${file}\n  - \`${code}\` → \`${change}\`:`);
  return [`${lives.length} live that docs/mutants.md does not argue.`, ...told];
}

try {
  await mutate(orUsage(USAGE, () => parseArgs({ allowPositionals: true })).positionals);
} catch (error) {
  console.error(failureText(error));
  process.exitCode = 1;
}
