import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Grant } from '../../../infra/local/iam/policies.ts';
import { GRANTS_FOLDER } from '../../../scripts/demo/note-grants.ts';
import { isOurs, line, notArgued } from './grant-lines.ts';
import { UNSEEN } from './unseen-grants.ts';

const FLOW = `${sep}test${sep}flow${sep}`;

/** Key ids differ in each target, so `judge.test.ts` checks the grants on keys. */
const isOfKey = ({ action }: Grant) => action.startsWith('kms:');

/**
 * After all files of `test/flow` passed: every grant was used by a call of some target, or is explained. A
 * killed target records nothing. A run of fewer files checks nothing.
 */
export default function noteTheGrants(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sigillo-grants-'));
  process.env[GRANTS_FOLDER] = folder;
  return async () => {
    const unneeded = (await isWhole(project)) ? unneededIn(folder) : [];
    rmSync(folder, { recursive: true });
    if (unneeded.length > 0)
      throw new Error(
        `No test of test/flow needs, and unseen-grants.ts does not argue:\n${unneeded.join('\n')}`,
      );
  };
}

async function isWhole({ vitest }: TestProject): Promise<boolean> {
  const passed = new Set(
    vitest.state
      .getTestModules()
      .filter((module) => module.state() === 'passed')
      .map(({ moduleId }) => moduleId),
  );
  const files = (await vitest.globTestSpecifications()).map(({ moduleId }) => moduleId);
  return files.filter((file) => file.includes(FLOW)).every((file) => passed.has(file));
}

function unneededIn(folder: string): string[] {
  const grants = readdirSync(folder)
    .flatMap((file): Grant[] => JSON.parse(readFileSync(join(folder, file), 'utf8')))
    .filter((grant) => isOurs(grant) && !isOfKey(grant));
  const needed = new Set(grants.filter(({ used }) => used).map(line));
  const unneeded = [...new Set(grants.map(line))].filter((grant) => !needed.has(grant));
  return notArgued(unneeded, Object.keys(UNSEEN));
}
