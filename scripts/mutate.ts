import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { failureText } from './authority/failure-text.ts';
import { orUsage } from './authority/or-usage.ts';
import { arguedIn, isArgued, survived } from './mutate/argued.ts';
import { folderOf, pathsOf } from './mutate/folders.ts';
import { holdAgainst } from './mutate/hold-against.ts';
import { type Instrumented, instrument, type Mutant } from './mutate/instrument.ts';
import { readLines } from './mutate/run-log.ts';
import { verdictOf } from './mutate/verdict.ts';

const USAGE = `Usage: npm run mutate -- FOLDER [FILE …]

Mutation testing: makes one small change after another in a folder's code and runs the folder's tests;
prints the changes that no test detected and docs/mutants.md does not explain, and the score: the share
detected. Fails below the folder's minimum score.
Files are changed in place and restored: commit first, and edit nothing meanwhile.

  FOLDER   domain, signer, relay, codes or verify
  FILE     only these files of the folder
`;

async function mutate([name, ...only]: readonly string[]): Promise<void> {
  const folder = folderOf(name, only);
  const log = resolve(`out/mutation-${name}.jsonl`);
  const code = await instrument(pathsOf(folder.files));
  mkdirSync('out', { recursive: true });
  await whileMutated(code, () => holdAgainst(folder.tests, log));
  const { score, found, alive, onlyLoaded, unsound } = verdictOf(code.mutants, readLines(log));
  for (const line of unarguedOf(alive)) console.log(line);
  for (const test of unsound) console.log(`Cannot be repeated, and counts for nothing: ${test}`);
  console.log(
    `${found.length} of ${found.length + alive.length} found: ${score.toFixed(1)} %` +
      ` (${onlyLoaded.length} are decided while a module loads, and not counted)`,
  );
  if (score < folder.least) process.exitCode = 1;
}

async function whileMutated({ files }: Instrumented, held: () => Promise<void>): Promise<void> {
  function restore(): void {
    for (const [path, { original }] of files) writeFileSync(path, original);
  }
  process.once('SIGINT', () => process.exit(130)).once('exit', restore);
  for (const [path, { mutated }] of files) writeFileSync(path, mutated);
  try {
    await held();
  } finally {
    restore();
    process.off('exit', restore);
  }
}

/** Undetected mutants that docs/mutants.md does not explain, in that page's notation. */
function unarguedOf(alive: readonly Mutant[]): string[] {
  const argued = arguedIn(readFileSync('docs/mutants.md', 'utf8'));
  const lives = alive
    .map((mutant) => {
      const source = readFileSync(mutant.fileName, 'utf8');
      return survived(mutant, relative(process.cwd(), mutant.fileName), source);
    })
    .filter((each) => !isArgued(argued, each));
  const told = lives.map(({ file, code, change }) => `${file}\n  - \`${code}\` → \`${change}\`:`);
  return [...told, `${lives.length} live that docs/mutants.md does not argue.`];
}

try {
  await mutate(orUsage(USAGE, () => parseArgs({ allowPositionals: true })).positionals);
} catch (error) {
  console.error(failureText(error));
  process.exitCode = 1;
}
