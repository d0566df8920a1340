import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pdfjs from 'pdfjs-dist/package.json' with { type: 'json' };
import { defineConfig, type Plugin, type ResolvedConfig } from 'vite';
import { buildTargets } from './infra/build/supported-browsers.ts';
import { METRICS } from './shared/pdf/font/unpacked-metrics.ts';

const at = (path: string) => resolve(import.meta.dirname, path);

const PAGES = ['sign', 'console', 'not-found'];

/** What pdf.js reads at run time: character maps, the standard fonts, and decoders without WebAssembly. */
function copyPdfjsData(target: string): void {
  const from = (folder: string) => at(`node_modules/pdfjs-dist/${folder}`);
  for (const folder of ['cmaps', 'standard_fonts'])
    cpSync(from(folder), join(target, folder), { recursive: true });
  for (const name of readdirSync(from('wasm')).filter((file) =>
    file.endsWith('nowasm_fallback.js'),
  ))
    cpSync(join(from('wasm'), name), join(target, 'wasm', name));
}

/** `sign/index.html` becomes `pages/sign`: the path at which it is served. */
function placePages(outDir: string): void {
  mkdirSync(join(outDir, 'pages'));
  for (const page of PAGES) {
    renameSync(join(outDir, page, 'index.html'), join(outDir, 'pages', page));
    rmdirSync(join(outDir, page));
  }
}

const layOut = (): Plugin => {
  let outDir = '';
  return {
    name: 'lay-out',
    apply: 'build',
    configResolved: (config: ResolvedConfig) => {
      outDir = resolve(config.root, config.build.outDir);
    },
    writeBundle: () => {
      copyPdfjsData(join(outDir, `assets/pdfjs-${pdfjs.version}`));
      placePages(outDir);
    },
  };
};

/** The font's metrics without their packing: a browser has no zlib, and its own inflating would wait. */
const unpackedMetrics: Plugin = {
  name: 'unpacked-metrics',
  load: {
    filter: { id: /\/shared\/pdf\/font\/unpacked-metrics\.ts$/ },
    handler: () => `export const METRICS = ${JSON.stringify(METRICS)};`,
  },
};

/** Where the script does not run, the page says by itself what it needs. */
const tooOld: Plugin = {
  name: 'too-old',
  transformIndexHtml: (html) =>
    html.replace('<div id="app"></div>', () => {
      const words = readFileSync(at('web/ui/too-old.html'), 'utf8').trim();
      return `<div id="app">${words}</div>`;
    }),
};

/** Preloads the PDF viewer with the signing page, because everyone who opens a link views a document. */
const fetchViewerEarly: Plugin = {
  name: 'fetch-viewer-early',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { path, bundle }) => {
      const chunks = Object.values(bundle ?? {}).filter(({ type }) => type === 'chunk');
      const viewer = chunks.filter(({ name }) => name === 'pdfjs');
      if (!path.startsWith('/sign/')) return [];
      return viewer.map(({ fileName }) => ({
        tag: 'link',
        attrs: {
          rel: 'modulepreload',
          crossorigin: true,
          href: `/${fileName}`,
          fetchpriority: 'low',
        },
        injectTo: 'head' as const,
      }));
    },
  },
};

/** What both pages wait for, in one file: each file costs a kilobyte of headers, and its turn. */
const SHELL = {
  name: 'shell',
  test: /node_modules\/preact\/|\/web\/ui\/[\w-]+\.tsx?$|\/ui\/document\/(scroll-to|document-worker|fetch-pdf)|preload-helper|rolldown.runtime|\/shared\/domain\//,
  minShareCount: 2,
};

/** The signing page and the console: static files for the web stack, which builds them. */
export default defineConfig({
  root: at('web'),
  publicDir: false,
  plugins: [layOut(), unpackedMetrics, tooOld, fetchViewerEarly],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: {
    outDir: at('dist/web/by-hand'),
    emptyOutDir: true,
    target: buildTargets(),
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: { codeSplitting: { groups: [SHELL] } },
      input: Object.fromEntries(PAGES.map((page) => [page, at(`web/${page}/index.html`)])),
    },
  },
});
