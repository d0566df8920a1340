import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { verifyBuild } from './web-build.ts';

const root = join(import.meta.dirname, '..');

/** Each function's entry, in the order a document travels. */
export const ENTRIES = {
  sender: 'functions/sender/handler.ts',
  intake: 'functions/intake/handler.ts',
  invite: 'functions/invite/handler.ts',
  signer: 'functions/signer/handler.ts',
  seal: 'functions/seal/handler.ts',
  deliver: 'functions/deliver/handler.ts',
  purge: 'functions/purge/handler.ts',
  forget: 'functions/purge/forget-handler.ts',
  verifier: 'functions/verifier/handler.ts',
  relay: 'functions/relay/handler.ts',
  sweep: 'functions/relay/sweep-handler.ts',
} as const;

export type FunctionName = keyof typeof ENTRIES;

/** The module of a process that a function starts, beside its own. */
const PROCESSES = { 'intake/parser': 'functions/intake/parser.ts' };

const modules = (): Record<string, string> => {
  const entries = Object.entries(ENTRIES).map(([name, file]) => [`${name}/index`, file]);
  return { ...Object.fromEntries(entries), ...PROCESSES };
};

/** CommonJS dependencies call `require`, which an ES module lacks. */
const requireForModules =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

/** One folder a function, `index.mjs` in it, with everything it imports, and what it starts beside it; the same sources give the same bytes. */
export class Bundles {
  readonly #folder = mkdtempSync(join(tmpdir(), 'sigillo-bundles-'));

  /** `timestampRoots`: PEM, which lies beside the code of the function that seals. */
  constructor({ timestampRoots }: { timestampRoots: readonly string[] } = { timestampRoots: [] }) {
    buildSync({
      absWorkingDir: root,
      entryPoints: modules(),
      outdir: this.#folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      target: 'node24',
      format: 'esm',
      mainFields: ['module', 'main'],
      minify: true,
      keepNames: true,
      legalComments: 'none',
      banner: { js: requireForModules },
      logLevel: 'warning',
      logOverride: { 'import-is-undefined': 'error' },
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
