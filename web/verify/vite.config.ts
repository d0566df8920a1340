import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { lean } from '../../infra/build/lean-bundles.ts';
import { buildTargets } from '../../infra/build/supported-browsers.ts';

const at = (path: string) => resolve(import.meta.dirname, path);

/** Builds script and style of the verify page into the verifier's bundle; the verifier renders the HTML. */
export default defineConfig({
  root: at('.'),
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: {
    format: 'es',
    plugins: () => lean.plugins,
    rolldownOptions: { treeshake: lean.treeshake },
  },
  build: {
    outDir: at('../../dist/verify/by-hand'),
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: buildTargets(),
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: { input: at('main.tsx') },
  },
});
