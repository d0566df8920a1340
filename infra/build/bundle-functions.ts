/**
 * Bundles each function and each child process: `node infra/build/bundle-functions.ts FOLDER`. Source
 * maps are for `npm run trace` and are not deployed.
 */
import { basename, dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { ENTRIES, PROCESSES } from './entries.ts';
import { lean } from './lean-bundles.ts';
import { contractsWhenNeeded } from './plugins/contracts-when-needed.ts';
import { dataBeside } from './plugins/data-beside.ts';
import { filesBeside } from './plugins/files-beside.ts';
import { namedErrors } from './plugins/named-errors.ts';
import { ownSentences } from './plugins/own-sentences.ts';
import { withoutUnreached } from './plugins/without-unreached.ts';

const root = join(import.meta.dirname, '..', '..');
const replacement = (name: string) => join(import.meta.dirname, 'replacements', `${name}.ts`);

const PLUGINS = [filesBeside, dataBeside, namedErrors, contractsWhenNeeded, withoutUnreached];

/** One function rarely needs it; another needs it at cold start. */
const AT_ONCE = 'INEFFECTIVE_DYNAMIC_IMPORT';

/** Dynamic imports become chunks beside the entry. */
async function bundle(name: string, entry: string, folder: string): Promise<void> {
  const build = await rolldown({
    cwd: root,
    input: { [basename(name)]: entry },
    platform: 'node',
    experimental: { lazyBarrel: true },
    ...lean,
    plugins: [...lean.plugins, ...PLUGINS, ...(name.startsWith('signer/') ? [ownSentences] : [])],
    transform: { target: 'node24' },
    resolve: {
      mainFields: ['module', 'main'],
      alias: {
        pako: replacement('pako'),
        '@aws-sdk/credential-provider-node': replacement('credential-provider-node'),
      },
    },
    onLog: (level, log) => {
      if (level === 'warn' && log.code !== AT_ONCE) throw new Error(`${name}: ${log.message}`);
    },
  });
  await build.write({
    dir: join(folder, dirname(name)),
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    assetFileNames: '[name][extname]',
    format: 'esm',
    minify: true,
    comments: false,
    sourcemap: 'hidden',
  });
  await build.close();
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node infra/build/bundle-functions.ts FOLDER');
const modules = Object.entries(ENTRIES).map(([name, file]) => [`${name}/index`, file] as const);
const waiting = [...modules, ...Object.entries(PROCESSES)].values();

async function bundleWaiting(to: string): Promise<void> {
  for (const [name, entry] of waiting) await bundle(name, entry, to);
}

/** Two bundles in parallel use two processors; all in parallel would need 1.7 GiB. */
await Promise.all([bundleWaiting(folder), bundleWaiting(folder)]);
