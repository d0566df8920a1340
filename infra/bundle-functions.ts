/**
 * Bundles each function and each process that one starts: `node infra/bundle-functions.ts FOLDER`.
 * A source map lies beside every module, for `npm run trace`; it is not deployed.
 */
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { ENTRIES, PROCESSES } from './entries.ts';
import { lean } from './lean-bundles.ts';

const root = join(import.meta.dirname, '..');
const replacement = (name: string) => join(import.meta.dirname, 'replacements', `${name}.ts`);

async function bundle(name: string, entry: string, folder: string): Promise<void> {
  const build = await rolldown({
    cwd: root,
    input: entry,
    platform: 'node',
    ...lean,
    transform: { target: 'node24' },
    resolve: {
      mainFields: ['module', 'main'],
      alias: {
        pako: replacement('pako'),
        '@aws-sdk/credential-provider-node': replacement('credential-provider-node'),
      },
    },
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(`${name}: ${log.message}`);
    },
  });
  await build.write({
    file: join(folder, `${name}.mjs`),
    format: 'esm',
    codeSplitting: false,
    minify: true,
    comments: false,
    sourcemap: 'hidden',
  });
  await build.close();
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node infra/bundle-functions.ts FOLDER');
const modules = Object.entries(ENTRIES).map(([name, file]) => [`${name}/index`, file] as const);
for (const [name, entry] of [...modules, ...Object.entries(PROCESSES)])
  await bundle(name, entry, folder);
