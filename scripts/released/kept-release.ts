import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { rolldown } from 'rolldown';

/** File contents by path: text, or bytes in base64. */
type Files = Record<string, string | { readonly base64: string }>;

const PLAYER = 'player.mjs';

/**
 * Packs what `cdk deploy` would upload (templates and functions), and a player for it, into one
 * brotli-compressed JSON file. Leaves out the pages: they hold no state, and testing them needs a browser.
 */
export async function keepRelease(file: string, cdkOut: string): Promise<void> {
  const files: Files = { [PLAYER]: await playerBundle() };
  for (const path of deployed(cdkOut)) files[path] = contentOf(readFileSync(join(cdkOut, path)));
  const json = Buffer.from(JSON.stringify(files));
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = {
    [BROTLI_PARAM_QUALITY]: 11,
    [BROTLI_PARAM_LGWIN]: 24,
    [BROTLI_PARAM_SIZE_HINT]: json.length,
  };
  writeFileSync(file, brotliCompressSync(json, { params }));
}

/** Unpacks a kept release as a cloud assembly into `folder`; returns the path of its player. */
export function layOutRelease(file: string, folder: string): string {
  const files = JSON.parse(brotliDecompressSync(readFileSync(file)).toString()) as Files;
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const bytes = typeof content === 'string' ? content : Buffer.from(content.base64, 'base64');
    writeFileSync(join(folder, path), bytes);
  }
  for (const asset of assetsIn(folder)) mkdirSync(join(folder, asset), { recursive: true });
  return join(folder, PLAYER);
}

/** Manifest, templates, and the assets that are functions. */
function deployed(cdkOut: string): string[] {
  const documents = readdirSync(cdkOut).filter((name) =>
    /^manifest\.json$|\.(template|assets)\.json$/.test(name),
  );
  const functions = assetsIn(cdkOut).filter((path) => existsSync(join(cdkOut, path, 'index.mjs')));
  return [...documents, ...functions.flatMap((folder) => filesIn(cdkOut, folder))];
}

/** Asset folders of the stacks. */
function assetsIn(cdkOut: string): string[] {
  const lists = readdirSync(cdkOut).filter((name) => name.endsWith('.assets.json'));
  const paths = lists.flatMap((name) => {
    const { files } = JSON.parse(readFileSync(join(cdkOut, name), 'utf8')) as {
      files: Record<string, { source: { path: string; packaging: string } }>;
    };
    return Object.values(files).map(({ source }) => source);
  });
  const folders = paths.filter(
    ({ packaging, path }) => packaging === 'zip' && !/\.zip$/.test(path),
  );
  return [...new Set(folders.map(({ path }) => path))].sort();
}

const filesIn = (cdkOut: string, folder: string): string[] =>
  readdirSync(join(cdkOut, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(cdkOut, join(parentPath, name)))
    .sort();

function contentOf(bytes: Buffer): Files[string] {
  const text = bytes.toString();
  return Buffer.from(text).equals(bytes) ? text : { base64: bytes.toString('base64') };
}

/** One module that imports only Node's own modules, so that it still runs after its sources have changed. */
async function playerBundle(): Promise<string> {
  const input = join(import.meta.dirname, 'player.ts');
  const build = await rolldown({ input, platform: 'node', external: /^node:/ });
  const { output } = await build.generate({ format: 'esm', minify: true, codeSplitting: false });
  await build.close();
  return output[0].code;
}
