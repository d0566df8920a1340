import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CachedBuild, cachedBuild } from './cached-build.ts';
import type { FunctionName } from './entries.ts';
import { verifyBuild } from './web-build.ts';

/** The functions as they are deployed, each in its folder, with a source map beside each module. */
export const FUNCTIONS: CachedBuild = {
  name: 'functions',
  command: (folder) => ['infra/build/bundle-functions.ts', folder],
  sources: [
    'functions',
    'shared',
    'infra/build/bundle-functions.ts',
    'infra/build/entries.ts',
    'infra/build/lean-bundles.ts',
    'infra/build/plugins',
    'infra/build/replacements',
    'package-lock.json',
  ],
};

export const functionsBuild = (): string => cachedBuild(FUNCTIONS);

/**
 * One folder a function, `index.mjs` in it, with everything it imports, and what it starts beside it;
 * the same sources give the same bytes.
 */
export class Bundles {
  readonly #folder = mkdtempSync(join(tmpdir(), 'sigillo-bundles-'));

  /** `timestampRoots`: PEM, added to the folder of the sealing function. */
  constructor({ timestampRoots }: { timestampRoots: readonly string[] } = { timestampRoots: [] }) {
    cpSync(functionsBuild(), this.#folder, {
      recursive: true,
      filter: (file) => !file.endsWith('.map'),
    });
    writeFileSync(join(this.folder('seal'), 'timestamp-roots.pem'), timestampRoots.join('\n'));
    cpSync(verifyBuild(), join(this.folder('verifier'), 'page'), { recursive: true });
  }

  folder(name: FunctionName): string {
    return join(this.#folder, name);
  }

  /** After the app has staged its assets. */
  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
