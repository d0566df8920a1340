import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { matchesOf } from './folders.ts';

/** The order of the patterns: what is quick stands first, and finds most before what is slow has to look. */
const tests = (JSON.parse(process.env.SIGILLO_MUTATED_BY ?? '[]') as string[]).flatMap(matchesOf);

export class InOrder extends BaseSequencer {
  override async sort(files: readonly TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      tests.indexOf(relative(process.cwd(), moduleId));
    return files.toSorted((a, b) => place(a) - place(b));
  }
}
