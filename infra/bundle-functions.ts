/**
 * Bundles each function and each process that one starts: `node infra/bundle-functions.ts FOLDER`.
 * A source map lies beside every module, for `npm run trace`; it is not deployed.
 */
import { join } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
import { ENTRIES, PROCESSES } from './entries.ts';

const root = join(import.meta.dirname, '..');
const replacement = (name: string) => join(import.meta.dirname, 'replacements', `${name}.ts`);

/** Packages that do not say, though it is so, that a module of theirs which nobody uses can be left out. */
const WITHOUT_SIDE_EFFECTS =
  /\/node_modules\/(@?pdf-lib|@smithy|@aws-sdk|@aws|asn1js|@peculiar|qrcode|mnemonist|obliterator)\//;

/** pdf-lib's classes are functions called at once, which a bundler must keep unless told that they do nothing else. */
const pureClasses: Plugin = {
  name: 'pure-classes',
  transform: {
    filter: { id: /\/node_modules\/@?pdf-lib\// },
    handler: (code) => ({ code: code.replaceAll('/** @class */', '/*@__PURE__*/'), map: null }),
  },
};

async function bundle(name: string, entry: string, folder: string): Promise<void> {
  const build = await rolldown({
    cwd: root,
    input: entry,
    platform: 'node',
    plugins: [pureClasses],
    treeshake: { moduleSideEffects: [{ test: WITHOUT_SIDE_EFFECTS, sideEffects: false }] },
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
