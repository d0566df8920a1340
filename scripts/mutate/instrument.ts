import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Survivor } from './argued.ts';

/** Not a dependency: it brings some 140 packages and needs a newer Node than `npm start`. */
const INSTRUMENTER = '@stryker-mutator/instrumenter';
const INSTALL = `npm install --no-save ${INSTRUMENTER}@10.1.1`;

export interface Mutant extends Survivor {
  readonly id: string;
}

export interface Instrumented {
  /** By path: the code with every mutant in it, each behind a switch, and the code as it was. */
  readonly files: ReadonlyMap<string, { readonly mutated: string; readonly original: string }>;
  readonly mutants: readonly Mutant[];
}

interface InstrumenterModule {
  readonly createInstrumenter: (injector: Injector) => {
    instrument(files: readonly object[], options: object): Promise<Made>;
  };
}

interface Made {
  readonly files: readonly { name: string; content: string }[];
  readonly mutants: readonly Mutant[];
}

/** As much of Stryker's dependency injection as its instrumenter asks for. */
class Injector {
  private readonly given: Record<string, unknown> = { logger };

  provideValue(token: string, value: unknown): this {
    this.given[token] = value;
    return this;
  }

  injectClass<T>(Class: { new (...given: unknown[]): T; inject: readonly string[] }): T {
    return new Class(...Class.inject.map((token) => this.given[token]));
  }
}

const logger = { debug: () => {}, info: () => {}, warn: console.warn, isDebugEnabled: () => false };

export async function instrument(paths: readonly string[]): Promise<Instrumented> {
  const { createInstrumenter } = await loadInstrumenter();
  const originals = paths.map((path) => [resolve(path), readFileSync(path, 'utf8')] as const);
  const files = originals.map(([name, content]) => ({ name, content, mutate: true }));
  const options = { ignorers: [], plugins: null, excludedMutations: [] };
  const made = await createInstrumenter(new Injector()).instrument(files, options);
  const original = new Map(originals);
  return {
    files: new Map(
      made.files.map(({ name, content }) => [
        name,
        { mutated: content, original: original.get(name) ?? '' },
      ]),
    ),
    mutants: made.mutants.map((mutant) => ({ ...mutant, location: countedFromOne(mutant) })),
  };
}

async function loadInstrumenter(): Promise<InstrumenterModule> {
  try {
    return await import(INSTRUMENTER);
  } catch (cause) {
    throw new TypeError(`It needs Stryker's instrumenter, not installed: ${INSTALL}`, { cause });
  }
}

const countedFromOne = ({ location: { start, end } }: Survivor): Survivor['location'] => ({
  start: { line: start.line + 1, column: start.column + 1 },
  end: { line: end.line + 1, column: end.column + 1 },
});
